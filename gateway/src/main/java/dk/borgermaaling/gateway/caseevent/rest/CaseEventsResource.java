package dk.borgermaaling.gateway.caseevent.rest;

import dk.borgermaaling.gateway.caseevent.EventBatches;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.SenderRoles;
import dk.borgermaaling.gateway.edge.Authority;
import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.json.StrictJson;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** {@code /rest/v1/case-events}: case events of the municipality that the caller speaks for. */
@Dependent
@Path("/rest/v1/case-events")
public class CaseEventsResource {
  private static final String ONE = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private final EventBatches batches;
  private final Authority authority;
  private final Caller caller;

  @Inject
  public CaseEventsResource(EventBatches batches, Authority authority, Caller caller) {
    this.batches = batches;
    this.authority = authority;
    this.caller = caller;
  }

  /** Registers one event: 202 with its receipt, or the problem that it has. */
  @POST
  @Consumes(ONE)
  @Produces(MediaType.APPLICATION_JSON)
  public Response register(byte[] body) {
    EventReceipt receipt = takeIn(List.of(StrictJson.read(body))).get(0);
    if (receipt instanceof EventReceipt.Rejected rejected) {
      throw new ProblemException(rejected.problem());
    }
    return Response.accepted(Receipts.of(receipt)).build();
  }

  /** Registers 1 to 500 events: 200 with a receipt for each, in their order. */
  @POST
  @Consumes(BATCH)
  @Produces(MediaType.APPLICATION_JSON)
  public Response registerBatch(byte[] body) {
    if (StrictJson.read(body) instanceof JsonArray events
        && !events.isEmpty()
        && events.size() <= EventBatches.MOST) {
      return Response.ok(Receipts.of(takeIn(events))).build();
    }
    throw new ProblemException(
        new Problem.Malformed("the message", "a list of 1 to " + EventBatches.MOST + " events"));
  }

  private List<EventReceipt> takeIn(List<JsonValue> events) {
    caller.require(SenderRoles.REGISTER);
    return batches.register(
        authority.of(caller), events.stream().map(CloudEvents::handedIn).toList());
  }
}
