package dk.borgermaaling.gateway.beskedfordeler.rest;

import dk.borgermaaling.gateway.beskedfordeler.TakeMessage;
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

/**
 * Where case events are pushed to. The receipts of post have an address of their own, because the
 * two are subscribed to apart.
 */
@Path("/beskedfordeler/haendelser")
@RequestScoped
public class MessageResource {
  private final PushDoor door;

  /** For CDI alone: a proxy of this class never uses its fields. */
  @NullUnmarked
  protected MessageResource() {
    door = null;
  }

  @Inject
  public MessageResource(TakeMessage taker, TrustedSenders senders) {
    door = new PushDoor(taker, senders, "a message with case events");
  }

  @GET
  public Response probe(@Context HttpServletRequest request) {
    return door.probe(request);
  }

  @POST
  @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
  public Response receive(@Context HttpServletRequest request, byte[] raw) {
    return door.receive(request, raw);
  }
}
