package dk.borgermaaling.gateway.caseevent.rest;

import dk.borgermaaling.gateway.caseevent.CaseEventStatus;
import dk.borgermaaling.gateway.caseevent.EventBatches;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.SenderRoles;
import dk.borgermaaling.gateway.caseevent.Withdrawal;
import dk.borgermaaling.gateway.caseevent.Withdrawals;
import dk.borgermaaling.gateway.edge.Authority;
import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.json.JsonFields;
import dk.borgermaaling.gateway.edge.json.StrictJson;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** {@code /rest/v1/case-events}: case events of the municipality that the caller speaks for. */
@Dependent
@Path("/rest/v1/case-events")
public class CaseEventsResource {
  private static final String ONE = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final Pattern CODE = Pattern.compile("[0-9]{4}");
  private static final int MOST_VERSIONS = 1_000_000;
  private final EventBatches batches;
  private final Withdrawals withdrawals;
  private final CaseEventStatus status;
  private final Authority authority;
  private final Caller caller;

  @Inject
  public CaseEventsResource(
      EventBatches batches,
      Withdrawals withdrawals,
      CaseEventStatus status,
      Authority authority,
      Caller caller) {
    this.batches = batches;
    this.withdrawals = withdrawals;
    this.status = status;
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

  /** Takes an entity back: 202 with the withdrawal, which is an event itself. */
  @POST
  @Path("withdrawals")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response withdraw(byte[] body) {
    caller.require(SenderRoles.REGISTER);
    JsonFields asked = JsonFields.of(StrictJson.read(body), "");
    var named = asked.text("municipalityCode", CODE, "four digits, the first a zero");
    String entity = asked.text("subject", CloudEvents.ENTITY, "the entity's identifier");
    int version = asked.integer("version", 1, MOST_VERSIONS);
    asked.nothingElse();
    MunicipalityCode municipality = authority.of(caller, new MunicipalityCode(named));
    Withdrawal made = withdrawals.withdraw(municipality, EventSource.OTHER, entity, version);
    return Response.accepted(
            Json.createObjectBuilder()
                .add("id", made.eventId().toString())
                .add("version", made.version())
                .build()
                .toString())
        .build();
  }

  /** What has become of an event: 200 with its state. */
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response status(@PathParam("id") UUID id) {
    caller.require(SenderRoles.READ_STATUS);
    var state = status.stateOf(authority.of(caller), EventSource.OTHER, id);
    return Response.ok(
            Json.createObjectBuilder()
                .add("id", id.toString())
                .add("state", state.name())
                .build()
                .toString())
        .build();
  }

  private List<EventReceipt> takeIn(List<JsonValue> events) {
    caller.require(SenderRoles.REGISTER);
    return batches.register(
        authority.of(caller), events.stream().map(CloudEvents::handedIn).toList());
  }
}
