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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What one town's Momentum answers once a caller is let in. */
final class MomentumApi {
  private static final List<String> CITIZEN_FIELDS =
      List.of("targetGroupCode", "targetGroupStartDate");
  private static final List<String> TASK_FIELDS = List.of("type", "state", "updatedAt");

  private final Town town;
  private final Register register;
  private final Tasks tasks;
  private final Supplier<Instant> now;
  private final int failEvery;
  private final AtomicInteger bigPages = new AtomicInteger();
  private final AtomicReference<Instant> citizensReadAt = new AtomicReference<>(Instant.MIN);
  private final AtomicReference<Instant> tasksReadAt = new AtomicReference<>(Instant.MIN);

  /**
   * Shows one town.
   *
   * @param failEvery each so many-th page of more than 100 rows is answered 504; 0 for never
   */
  MomentumApi(World world, Town town, Supplier<Instant> now, int failEvery) {
    this.town = town;
    this.register = new Register(world, town);
    this.tasks = new Tasks(world, town);
    this.now = now;
    this.failEvery = failEvery;
  }

  Town town() {
    return town;
  }

  /** Business time up to which somebody has seen both who is in which group and the tasks. */
  Instant readUpTo() {
    Instant citizens = Objects.requireNonNull(citizensReadAt.get());
    Instant taskList = Objects.requireNonNull(tasksReadAt.get());
    return citizens.isBefore(taskList) ? citizens : taskList;
  }

  Reply searchCitizens(Request request) {
    JsonObject body = body(request);
    List<Filter> filters = Filter.all(body, CITIZEN_FIELDS);
    Instant at = now.get();
    List<JsonObject> rows =
        register.members(at).stream()
            .filter(m -> filters.stream().allMatch(f -> admits(f, m)))
            .map(MomentumJson::member)
            .toList();
    return page(Paging.of(body), rows, citizensReadAt, at);
  }

  Reply searchTasks(Request request) {
    JsonObject body = body(request);
    List<Filter> filters = Filter.all(body, TASK_FIELDS);
    Instant at = now.get();
    List<JsonObject> rows =
        tasks.at(at).stream()
            .filter(t -> filters.stream().allMatch(f -> admits(f, t)))
            .map(MomentumJson::task)
            .toList();
    return page(Paging.of(body), rows, tasksReadAt, at);
  }

  Reply find(Request request) {
    String cpr = request.query("cpr").orElseThrow(() -> new BadRequest("cpr is missing"));
    return found(
        register.byCpr(cpr),
        c -> Json.createObjectBuilder().add("citizenId", c.id().toString()).build());
  }

  Reply citizen(Request request) {
    return found(register.citizen(request.variable("id")), MomentumJson::citizen);
  }

  Reply classifications(Request request) {
    return found(
        register.citizen(request.variable("id")),
        c -> MomentumJson.classifications(c, register.spells(c, now.get())));
  }

  private static Reply found(
      Optional<Citizen> citizen, java.util.function.Function<Citizen, JsonObject> json) {
    return citizen
        .map(c -> Reply.json(200, json.apply(c)))
        .orElseGet(() -> MomentumJson.error(404, "Citizen not found"));
  }

  private Reply page(
      Paging paging, List<JsonObject> rows, AtomicReference<Instant> readAt, Instant at) {
    JsonObject page = paging.cut(rows);
    boolean big = page.getJsonArray("data").size() > 100;
    if (failEvery > 0 && big && bigPages.incrementAndGet() % failEvery == 0) {
      return MomentumJson.error(504, "The request timed out");
    }
    if (!page.getBoolean("hasMore")) {
      readAt.accumulateAndGet(at, (a, b) -> a.isAfter(b) ? a : b);
    }
    return Reply.json(200, page);
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
