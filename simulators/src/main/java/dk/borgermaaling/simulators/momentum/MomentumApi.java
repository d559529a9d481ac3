package dk.borgermaaling.simulators.momentum;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.world.Citizen;
import dk.borgermaaling.simulators.world.Town;
import dk.borgermaaling.simulators.world.World;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** What one town's Momentum answers once a caller is let in. */
final class MomentumApi {
  private final Town town;
  private final Register register;
  private final Listing<Register.Member> citizens;
  private final Listing<Tasks.Task> tasks;
  private final Supplier<Instant> now;
  private final int failEvery;
  private final Faults faults;
  private final FaultyRows faultyRows;
  private final FaultyReplies faultyReplies;
  private final AtomicInteger bigPages = new AtomicInteger();

  /**
   * Shows one town.
   *
   * @param failEvery each so many-th page of more than 100 rows is answered 504; 0 for never
   */
  MomentumApi(World world, Town town, Supplier<Instant> now, int failEvery, Faults faults) {
    this.town = town;
    this.register = new Register(world, town);
    this.citizens =
        new Listing<>(
            List.of("targetGroupCode", "targetGroupStartDate"),
            register::members,
            MomentumApi::admits,
            MomentumJson::member);
    this.tasks =
        new Listing<>(
            List.of("type", "state", "updatedAt"),
            new Tasks(world, town)::at,
            MomentumApi::admits,
            MomentumJson::task);
    this.now = now;
    this.failEvery = failEvery;
    this.faults = faults;
    this.faultyRows = new FaultyRows(faults, town.code());
    this.faultyReplies = new FaultyReplies(faults, town.code());
  }

  Town town() {
    return town;
  }

  /** Business time up to which somebody has seen both who is in which group and the tasks. */
  Instant readUpTo() {
    Instant who = citizens.readUpTo();
    Instant what = tasks.readUpTo();
    return who.isBefore(what) ? who : what;
  }

  /** Whoever asks, and for whatever: empty when the request goes on. */
  Optional<Reply> instead() {
    return faultyReplies.instead();
  }

  Reply searchCitizens(Request request) {
    return search(request, citizens);
  }

  Reply searchTasks(Request request) {
    return search(request, tasks);
  }

  Reply find(Request request) {
    String cpr = request.query("cpr").orElseThrow(() -> new BadRequest("cpr is missing"));
    return found(
        register.byCpr(cpr),
        c -> Json.createObjectBuilder().add("citizenId", c.id().toString()).build());
  }

  Reply citizen(Request request) {
    Optional<Citizen> citizen = register.citizen(request.variable("id"));
    if (citizen.isPresent()
        && FaultyRows.isHit(MomentumJson.citizen(citizen.get()))
        && faults.applies(Fault.CITIZEN_404, town.code())) {
      return found(Optional.empty(), MomentumJson::citizen);
    }
    return found(citizen, c -> faultyRows.of(MomentumJson.citizen(c)));
  }

  Reply classifications(Request request) {
    return found(
        register.citizen(request.variable("id")),
        c -> MomentumJson.classifications(c, register.spells(c, now.get())));
  }

  private Reply found(Optional<Citizen> citizen, Function<Citizen, JsonObject> json) {
    return citizen
        .map(c -> faultyReplies.written(json.apply(c)))
        .orElseGet(() -> MomentumJson.error(404, "Citizen not found"));
  }

  private Reply search(Request request, Listing<?> listing) {
    JsonObject body = body(request);
    Instant at = now.get();
    Paging paging = Paging.of(body);
    List<JsonObject> rows = faultyRows.of(listing.rows(body, at), paging);
    JsonObject page = paging.cut(rows);
    boolean big = page.getJsonArray("data").size() > 100;
    if (failEvery > 0 && big && bigPages.incrementAndGet() % failEvery == 0) {
      return MomentumJson.error(504, "The request timed out");
    }
    Reply reply = faultyReplies.page(page, rows, paging);
    if (!page.getBoolean("hasMore") && reply.status() == 200) {
      listing.wasRead(at);
    }
    return reply;
  }

  private static boolean admits(Filter filter, Register.Member member) {
    return filter.field().equals("targetGroupCode")
        ? filter.admits(member.spell().code())
        : filter.admits(MomentumJson.midnight(member.spell().start()));
  }

  private static boolean admits(Filter filter, Tasks.Task task) {
    return switch (filter.field()) {
      case "type" -> filter.admits("" + task.type());
      case "state" -> filter.admits("" + task.state());
      default -> filter.admits(task.updatedAt());
    };
  }

  private static JsonObject body(Request request) {
    try (JsonReader reader = Json.createReader(new StringReader(request.text()))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new BadRequest("the body must be a JSON object");
    }
  }
}
