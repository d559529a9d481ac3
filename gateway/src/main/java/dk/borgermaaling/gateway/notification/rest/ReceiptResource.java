package dk.borgermaaling.gateway.notification.rest;

import dk.borgermaaling.gateway.beskedfordeler.rest.PushAnswer;
import dk.borgermaaling.gateway.beskedfordeler.rest.TrustedSenders;
import dk.borgermaaling.gateway.edge.ClientCertificate;
import dk.borgermaaling.gateway.kernel.Causes;
import dk.borgermaaling.gateway.notification.TakeReceipt;
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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /beskedfordeler/modtag}: one message a call, stored before it is answered. The edge has
 * asked for a client certificate and capped the size.
 */
@Path("/beskedfordeler/modtag")
@RequestScoped
public class ReceiptResource {
  private static final Logger LOG = LoggerFactory.getLogger(ReceiptResource.class);
  private final TakeReceipt takeReceipt;
  private final TrustedSenders senders;

  /** For CDI alone: a proxy of this class never uses its fields. */
  @NullUnmarked
  protected ReceiptResource() {
    takeReceipt = null;
    senders = null;
  }

  @Inject
  public ReceiptResource(TakeReceipt takeReceipt, TrustedSenders senders) {
    this.takeReceipt = takeReceipt;
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
    TakeReceipt.Answer answer = take(raw);
    if (answer != TakeReceipt.Answer.TAKEN && answer != TakeReceipt.Answer.NOT_STORED) {
      LOG.warn(
          "a message from Beskedfordeler was not taken: {}, {} bytes, SHA-256 {}",
          answer,
          raw.length,
          sha256(raw));
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
  private TakeReceipt.Answer take(byte[] raw) {
    try {
      return takeReceipt.take(raw);
    } catch (RuntimeException e) {
      LOG.error(
          "a receipt could not be stored; Beskedfordeler was asked to bring it again: {}",
          Causes.trace(e));
      return TakeReceipt.Answer.NOT_STORED;
    }
  }

  private static String sha256(byte[] raw) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
