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
  private static final int WARM = 500;
  private static final int BATCHES_TO_WARM = 20;

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
    contest.ratio(toGateway, toEcho);
    contest.ratio(toEcho, toPlain);
  }

  /** Many events to a message. */
  void batches() throws InterruptedException, ExecutionException {
    Contest contest =
        new Contest(
            List.of(toGateway, toEcho), settings.round(), new Table(out, "event", BATCH), out);
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
    contest.ratio(toGateway, toEcho);
  }

  /** Where the gateway's time goes in one more turn, which is not measured. */
  void shares() throws IOException, InterruptedException {
    List<SoapMessages.Message> messages =
        corpus.next((int) (100 * settings.round().toSeconds()), 1);
    Shares.print(
        "SOAP, one event in a message",
        system,
        () -> toGateway.load().once(calls(messages).apply(toGateway), settings.round()),
        out);
  }

  /** Of the servers; it is the gateway's after everything that it has been asked. */
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
