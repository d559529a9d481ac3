package dk.borgermaaling.benchmarks;

import dk.borgermaaling.simulators.Gateway;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * Signed case events to the gateway of a running system (every check, stored durably, noted against
 * replay), beside the same messages to {@link EchoServer}, and the same events to one without
 * signatures.
 */
final class SoapBenchmark {
  private static final int BATCH = 100;
  private static final Duration MOST = Duration.ofSeconds(100);
  private static final Duration MOST_OF_BATCHES = Duration.ofSeconds(45);
  private static final Duration MOST_WARM_UP = Duration.ofSeconds(40);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Events are decided upon after the answer, and here there are thousands of them. */
  private static final Duration PATIENCE_WITH_BATCHES = Duration.ofSeconds(12);

  private static final int WARM = 500;
  private static final int BATCHES_TO_WARM = 20;
  private static final int MOST_A_SECOND = 150;

  private final BenchmarkSettings settings;
  private final RunningSystem system;
  private final EchoProcess echo;
  private final EchoProcess plain;
  private final SoapMessages corpus;
  private final PrintStream out;
  private final Contender toGateway;
  private final Contender toEcho;
  private final Contender toPlain;

  SoapBenchmark(
      BenchmarkSettings settings,
      RunningSystem system,
      EchoProcess echo,
      EchoProcess plain,
      SoapMessages corpus,
      PrintStream out) {
    this.settings = settings;
    this.system = system;
    this.echo = echo;
    this.plain = plain;
    this.corpus = corpus;
    this.out = out;
    this.toGateway = new Contender("gateway", load(), system.gateway(), system.database(), false);
    this.toEcho = new Contender("echo", load(), echo.handle(), Optional.empty(), true);
    this.toPlain = new Contender("plain echo", load(), plain.handle(), Optional.empty(), true);
  }

  private Load load() {
    return new Load(Gateway.withoutCertificate(system.around().trust()), settings.connections());
  }

  /** One event to a message. */
  void single() throws InterruptedException, ExecutionException {
    Contest contest =
        new Contest(
            List.of(toGateway, toEcho, toPlain),
            settings.round(),
            PATIENCE,
            new Table(out, "message", 1),
            out);
    List<SoapMessages.Message> warming = corpus.next(settings.warmUp(), 1);
    out.printf(
        "%n## SOAP, one event in a message%n%n%d connections; signed messages of %,d bytes, plain"
            + " ones of %,d%n",
        settings.connections(),
        warming.get(0).bytes().length,
        warming.get(0).bare().bytes().length);
    contest.warmUp(calls(warming), WARM, MOST_WARM_UP);
    contest.rounds(
        settings.rounds(),
        Deadline.in(MOST),
        () -> calls(corpus.next(contest.enough(toGateway, settings.mostMessages()), 1)));
  }

  /** Many events to a message. */
  void batches() throws InterruptedException, ExecutionException {
    Contest contest =
        new Contest(
            List.of(toGateway, toEcho),
            settings.round().dividedBy(2),
            PATIENCE_WITH_BATCHES,
            new Table(out, "event", BATCH),
            out);
    List<SoapMessages.Message> warming = corpus.next(BATCHES_TO_WARM, BATCH);
    out.printf(
        "%n## SOAP, %d events in a message%n%n%d connections; signed messages of %,d bytes;"
            + " p50 and p99 of a message%n",
        BATCH, settings.connections(), warming.get(0).bytes().length);
    contest.warmUp(calls(warming), BATCHES_TO_WARM, MOST_WARM_UP.dividedBy(2));
    contest.rounds(
        Math.min(2, settings.rounds()),
        Deadline.in(MOST_OF_BATCHES),
        () ->
            calls(corpus.next(contest.enough(toGateway, settings.mostMessages() / BATCH), BATCH)));
  }

  /** Where the gateway's time goes in one more, longer turn, which is not measured. */
  void shares() throws IOException, InterruptedException {
    Duration turn = settings.round().multipliedBy(2);
    List<Call> calls =
        calls(corpus.next((int) (MOST_A_SECOND * turn.toSeconds()), 1)).apply(toGateway);
    Shares.print(
        "SOAP, one event in a message", system, () -> toGateway.load().once(calls, turn), out);
  }

  /** Of the servers, after the rounds. */
  void memory() throws IOException {
    out.printf("%n## Memory%n%n| | resident MB | at most MB |%n|---|--:|--:|%n");
    for (Contender one : List.of(toGateway, toEcho, toPlain)) {
      ProcessMemory memory = ProcessMemory.of(one.process());
      out.printf(
          "| %s | %d | %d |%n", one.name(), memory.residentKb() / 1024, memory.peakKb() / 1024);
    }
  }

  private Function<Contender, List<Call>> calls(List<SoapMessages.Message> messages) {
    return contender -> {
      if (contender.equals(toPlain)) {
        return messages.stream().map(m -> m.bare().to(plain.address())).toList();
      }
      var address = contender.equals(toEcho) ? echo.address() : system.caller().service();
      return messages.stream().map(m -> m.signedTo(address)).toList();
    };
  }
}
