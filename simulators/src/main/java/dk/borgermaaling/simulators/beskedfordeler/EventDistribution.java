package dk.borgermaaling.simulators.beskedfordeler;

import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.Part;
import dk.borgermaaling.simulators.StoryClock;
import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.Town;
import dk.borgermaaling.simulators.world.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Case events of a town pushed by Beskedfordeler, one message an event, when somebody asks for it:
 * no town of the story sends its events this way.
 */
public final class EventDistribution implements Part {
  private static final Logger LOG = Logger.getLogger(EventDistribution.class.getName());
  private static final int MOST = 500;

  private final World world;
  private final StoryClock clock;
  private final Gateway gateway;
  private final URI address;
  private final AtomicInteger taken = new AtomicInteger();

  public EventDistribution(Surroundings around, World world) {
    this.world = world;
    this.clock = around.clock();
    this.gateway = around.gatewayAs("beskedfordeler");
    this.address = URI.create(around.settings().gatewayMtlsUrl() + "/beskedfordeler/haendelser");
  }

  @Override
  public String name() {
    return "beskedfordeler-events";
  }

  /**
   * {@code POST /demo/beskedfordeler/events?town=0461&faults=doubled,late&most=50}, from this
   * machine only: what the town has told by now is pushed; answers how often each answer came.
   */
  @Override
  public List<Route> routes() {
    return List.of(Route.post("/demo/beskedfordeler/events", this::distribute));
  }

  private Reply distribute(Request request) {
    if (!request.isLocal()) {
      return Reply.text(403, "Only from this machine");
    }
    Optional<Town> town = request.query("town").flatMap(Town::byCode);
    Optional<Set<EventFault>> faults = faults(request.query("faults").orElse(""));
    String most = request.query("most").orElse("50");
    if (town.isEmpty() || faults.isEmpty() || !most.matches("[1-9][0-9]{0,2}")) {
      return Reply.text(400, "A town and known faults are needed");
    }
    Instant now = clock.now();
    List<StoryEvent> told =
        world.story().events(town.get()).stream()
            .filter(event -> !event.toldAt().isAfter(now))
            .limit(Math.min(MOST, Integer.parseInt(most)))
            .toList();
    try {
      JsonObjectBuilder answers = Json.createObjectBuilder();
      push(told, faults.get()).forEach(answers::add);
      return Reply.json(
          200,
          Json.createObjectBuilder().add("events", told.size()).add("answers", answers).build());
    } catch (IOException e) {
      LOG.log(Level.INFO, "the gateway does not take case events: {0}", e.getMessage());
      return Reply.text(502, "The gateway gave no answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.text(503, "Stopping");
    }
  }

  private static Optional<Set<EventFault>> faults(String names) {
    Set<EventFault> faults = EnumSet.noneOf(EventFault.class);
    for (String name : names.isEmpty() ? new String[0] : names.split(",", -1)) {
      Optional<EventFault> fault = EventFault.of(name);
      if (fault.isEmpty()) {
        return Optional.empty();
      }
      faults.add(fault.get());
    }
    return Optional.of(faults);
  }

  /**
   * Pushes events, each in a message; the same events have the same BeskedId every time.
   *
   * @return how often each answer came: a StatusKode, or {@code http-} and the status
   * @throws IOException the gateway gave no answer; what was pushed before may be stored
   */
  public Map<String, Integer> push(List<StoryEvent> events, Set<EventFault> faults)
      throws IOException, InterruptedException {
    List<String> messages = new ArrayList<>();
    for (StoryEvent event : events) {
      UUID id = EventMessage.named("message " + faults + event.eventId());
      messages.add(EventMessage.write(event, id, 1, faults, clock.now()));
      if (faults.contains(EventFault.REDELIVERED)) {
        messages.add(EventMessage.write(event, id, 2, faults, clock.now()));
      }
      if (faults.contains(EventFault.DOUBLED)) {
        UUID another = EventMessage.named("second message " + faults + event.eventId());
        messages.add(EventMessage.write(event, another, 1, faults, clock.now()));
      }
    }
    if (faults.contains(EventFault.REORDERED)) {
      Collections.reverse(messages);
    }
    Map<String, Integer> answers = new TreeMap<>();
    for (String message : messages) {
      answers.merge(post(message), 1, Integer::sum);
    }
    taken.addAndGet(answers.getOrDefault("20", 0));
    return answers;
  }

  private String post(String message) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "text/xml;charset=UTF-8")
            .timeout(Duration.ofSeconds(20))
            .POST(HttpRequest.BodyPublishers.ofString(message))
            .build();
    HttpResponse<String> answer = gateway.send(request);
    return answer.statusCode() == 200
        ? Beskedfordeler.statusCode(answer.body())
        : "http-" + answer.statusCode();
  }

  @Override
  public JsonObject status() {
    return Json.createObjectBuilder().add("taken", taken.get()).build();
  }
}
