package dk.borgermaaling.benchmarks;

import dk.borgermaaling.contract.caseevent.CaseEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Single CloudEvents to the gateway of a running system, by each of the three ways in to REST. */
final class RestBenchmark {
  private static final Duration MOST = Duration.ofSeconds(85);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration MOST_WARM_UP = Duration.ofSeconds(15);
  private static final int WARM = 500;
  private static final int ACCEPTED = 202;
  private static final Pattern REGISTERED = Pattern.compile("\\bREGISTERED\\b");

  private final BenchmarkSettings settings;
  private final Events events;
  private final PrintStream out;
  private final Map<Contender, RestWay> ways = new LinkedHashMap<>();

  RestBenchmark(BenchmarkSettings settings, RunningSystem system, Events events, PrintStream out)
      throws IOException, InterruptedException {
    this.settings = settings;
    this.events = events;
    this.out = out;
    add("access token", new AccessToken(system).way(), system);
    add("JWT", Jwt.way(system), system);
    add("signature", MessageSignature.way(system), system);
  }

  private void add(String name, RestWay way, RunningSystem system) {
    ways.put(
        new Contender(
            name,
            new Load(way.client(), settings.connections()),
            system.gateway(),
            system.database(),
            false),
        way);
  }

  void run() throws InterruptedException, ExecutionException {
    List<Contender> contenders = List.copyOf(ways.keySet());
    Contest contest =
        new Contest(
            contenders,
            settings.round().multipliedBy(3).dividedBy(4),
            PATIENCE,
            new Table(out, "message", 1),
            out);
    out.printf(
        "%n## REST, one CloudEvent in a message%n%n%d connections; bodies of %d bytes%n",
        settings.connections(), Events.cloudEvent(events.next()).length());
    Function<Contender, List<Call>> warming = one -> calls(one, settings.warmUp());
    contest.warmUp(warming, WARM, MOST_WARM_UP);
    contest.rounds(
        settings.rounds(),
        Deadline.in(MOST),
        () -> one -> calls(one, contest.enough(one, settings.mostMessages())));
  }

  /** New events, and what goes with them by this way; what is signed is good for minutes. */
  private List<Call> calls(Contender contender, int count) {
    List<CaseEvent> some = Stream.generate(events::next).limit(count).toList();
    RestWay way = Optional.ofNullable(ways.get(contender)).orElseThrow();
    return some.parallelStream()
        .map(
            event ->
                new Call(
                    way.requests().apply(Events.cloudEvent(event)),
                    Call.of(ACCEPTED, List.of(event.getEventId()), REGISTERED).and(way.answered())))
        .toList();
  }
}
