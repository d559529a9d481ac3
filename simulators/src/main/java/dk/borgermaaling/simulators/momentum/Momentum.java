package dk.borgermaaling.simulators.momentum;

import dk.borgermaaling.simulators.Part;
import dk.borgermaaling.simulators.server.Handler;
import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.Town;
import dk.borgermaaling.simulators.world.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Momentum of all towns that run it, under {@code /momentum/{municipality code}/api}. */
public final class Momentum implements Part {
  private static final String API = "/momentum/{code}/api";

  private final World world;
  private final Supplier<Instant> now;
  private final List<Tenant> tenants;
  private final Faults faults = new Faults();
  private final AccessTokens tokens;
  private final Map<Town, MomentumApi> apis = new EnumMap<>(Town.class);

  /**
   * Serves the towns that the settings name.
   *
   * @param now how far the story has come, business time
   * @param real real time, for tokens
   * @param settings {@code momentum.<municipality code>.client-id}, {@code client-secret}, {@code
   *     api-key}, {@code resource}; {@code momentum.fail-every}: each so many-th page of more than
   *     100 rows is answered 504, 0 (the default) for never
   */
  public Momentum(World world, Supplier<Instant> now, Clock real, Map<String, String> settings) {
    this.world = world;
    this.now = now;
    this.tenants = Tenant.of(settings);
    this.tokens = new AccessTokens(tenants, faults, real);
    int failEvery = Integer.parseInt(settings.getOrDefault("momentum.fail-every", "0"));
    tenants.forEach(
        t -> apis.put(t.town(), new MomentumApi(world, t.town(), now, failEvery, faults)));
  }

  /** What can be made to go wrong. */
  public Faults faults() {
    return faults;
  }

  @Override
  public String name() {
    return "momentum";
  }

  @Override
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.post("/momentum/aad/oauth2/token", tokens::issue));
    routes.add(Route.post(API + "/citizensearch", as(MomentumApi::searchCitizens)));
    routes.add(Route.post(API + "/tasks/citizen", as(MomentumApi::searchTasks)));
    routes.add(Route.get(API + "/citizens/find", as(MomentumApi::find)));
    routes.add(Route.get(API + "/citizens/{id}", as(MomentumApi::citizen)));
    routes.add(Route.get(API + "/classifications/{id}", as(MomentumApi::classifications)));
    routes.add(Route.get(API + "/taxonomies", as((api, request) -> Taxonomies.all())));
    routes.add(
        Route.get(
            API + "/taxonomies/{taxonomy}",
            as((api, request) -> Taxonomies.one(request.variable("taxonomy")))));
    routes.addAll(faults.routes());
    return routes;
  }

  private Handler as(BiFunction<MomentumApi, Request, Reply> operation) {
    return request -> {
      for (Tenant tenant : tenants) {
        if (tenant.town().code().equals(request.variable("code"))) {
          return tokens.admits(request, tenant)
              ? answer(operation, tenant, request)
              : MomentumJson.error(401, "Access denied");
        }
      }
      return MomentumJson.error(404, "Unknown environment");
    };
  }

  private Reply answer(
      BiFunction<MomentumApi, Request, Reply> operation, Tenant tenant, Request request) {
    MomentumApi api = apis.get(tenant.town());
    if (api == null) {
      throw new IllegalStateException("no API for " + tenant.town());
    }
    Optional<Reply> fault = api.instead();
    if (fault.isPresent()) {
      return fault.get();
    }
    try {
      return operation.apply(api, request);
    } catch (BadRequest e) {
      return MomentumJson.error(400, String.valueOf(e.getMessage()));
    }
  }

  /** For each town the story's events, how many show by now and how many somebody has seen. */
  @Override
  public JsonObject status() {
    JsonObjectBuilder status = Json.createObjectBuilder();
    for (MomentumApi api : apis.values()) {
      List<StoryEvent> events = world.story().events(api.town());
      status.add(
          api.town().code(),
          Json.createObjectBuilder()
              .add("events", events.size())
              .add("shown", toldUpTo(events, now.get()))
              .add("read", toldUpTo(events, api.readUpTo())));
    }
    return status.build();
  }

  private static long toldUpTo(List<StoryEvent> events, Instant instant) {
    return events.stream().filter(e -> !e.toldAt().isAfter(instant)).count();
  }

  /** True when somebody has read every town's lists after the last event. */
  @Override
  public boolean complete() {
    return apis.values().stream()
        .allMatch(
            api ->
                world.story().events(api.town()).stream()
                    .noneMatch(e -> e.toldAt().isAfter(api.readUpTo())));
  }
}
