package dk.borgermaaling.gateway.beskedfordeler.rest;

import dk.borgermaaling.gateway.beskedfordeler.TakeMessage;
import dk.borgermaaling.gateway.edge.ClientCertificate;
import dk.borgermaaling.gateway.kernel.Causes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /beskedfordeler/haendelser}: one message with case events a call, stored before it is
 * answered. The edge has asked for a client certificate and capped the size. The receipts of post
 * have an address of their own, because the two are subscribed to apart.
 */
@Path("/beskedfordeler/haendelser")
@RequestScoped
public class MessageResource {
  private static final Logger LOG = LoggerFactory.getLogger(MessageResource.class);
  private final TakeMessage takeMessage;
  private final TrustedSenders senders;

  /** For CDI alone: a proxy of this class never uses its fields. */
  @NullUnmarked
  protected MessageResource() {
    takeMessage = null;
    senders = null;
  }

  @Inject
  public MessageResource(TakeMessage takeMessage, TrustedSenders senders) {
    this.takeMessage = takeMessage;
    this.senders = senders;
  }

  /** Beskedfordeler asks whether somebody is at home. */
  @GET
  public Response probe(@Context HttpServletRequest request) {
    senders.require(ClientCertificate.of(request).thumbprint());
    return PushAnswer.xml(PushAnswer.TAKEN);
  }

  /** Beskedfordeler delivers. */
  @POST
  @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
  public Response receive(@Context HttpServletRequest request, byte[] raw) {
    senders.require(ClientCertificate.of(request).thumbprint());
    TakeMessage.Answer answer = take(raw);
    if (answer != TakeMessage.Answer.TAKEN && answer != TakeMessage.Answer.NOT_STORED) {
      LOG.warn("a message with case events was not taken: {}, {} bytes", answer, raw.length);
    }
    return switch (answer) {
      case TAKEN -> PushAnswer.xml(PushAnswer.TAKEN);
      case UNREADABLE -> PushAnswer.xml(PushAnswer.UNREADABLE);
      case EMPTY -> PushAnswer.badRequest("The message is empty");
      case WITHOUT_ID -> PushAnswer.badRequest("The message has no BeskedId");
      case NOT_STORED -> PushAnswer.xml(PushAnswer.NOT_STORED);
    };
  }

  /** Whatever kept the message from being stored, Beskedfordeler must bring it again. */
  private TakeMessage.Answer take(byte[] raw) {
    try {
      return takeMessage.take(raw);
    } catch (RuntimeException e) {
      LOG.error(
          "a message with case events could not be stored; Beskedfordeler was asked to bring it"
              + " again: {}",
          Causes.trace(e));
      return TakeMessage.Answer.NOT_STORED;
    }
  }
}
