package dk.borgermaaling.gateway.notification.rest;

import dk.borgermaaling.gateway.beskedfordeler.rest.PushDoor;
import dk.borgermaaling.gateway.beskedfordeler.rest.TrustedSenders;
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
import org.jspecify.annotations.NullUnmarked;

/** Where the receipts of post are pushed to. */
@Path("/beskedfordeler/modtag")
@RequestScoped
public class ReceiptResource {
  private final PushDoor door;

  /** For CDI alone: a proxy of this class never uses its fields. */
  @NullUnmarked
  protected ReceiptResource() {
    door = null;
  }

  @Inject
  public ReceiptResource(TakeReceipt taker, TrustedSenders senders) {
    door = new PushDoor(taker, senders, "a message from Beskedfordeler");
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
