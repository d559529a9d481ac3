package dk.borgermaaling.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Signed case events to the gateway of a running system (every check, stored durably, noted against
 * replay), beside the same messages to {@link EchoServer}; in turns, never at the same time.
 */
public final class SoapBenchmark {
  /** The whole run; a round that would go beyond is left out. */
  private static final Duration MOST = Duration.ofSeconds(170);

  private static final Duration MOST_WARM_UP = Duration.ofSeconds(40);

  private static final int WARM = 500;

  /** Libraries that tell what they set up; held, because a logger that nobody holds forgets. */
  private static final List<Logger> LOGGERS =
      List.of(Logger.getLogger("org.apache.cxf"), Logger.getLogger("org.ehcache"));

  private final BenchmarkSettings settings;
  private final RunningSystem system;
  private final EchoProcess echo;
  private final Corpus corpus;
  private final Load toGateway;
  private final Load toEcho;
  private final PrintStream out;
  private final long start = System.nanoTime();

  private SoapBenchmark(
      BenchmarkSettings settings,
      RunningSystem system,
      EchoProcess echo,
      Corpus corpus,
      PrintStream out) {
    this.settings = settings;
    this.system = system;
    this.echo = echo;
    this.corpus = corpus;
    this.out = out;
    var trust = system.around().trust();
    this.toGateway = new Load(system.caller().service(), settings.connections(), trust);
    this.toEcho = new Load(echo.address(), settings.connections(), trust);
  }

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    BenchmarkSettings settings = BenchmarkSettings.fromSystemProperties();
    RunningSystem system = RunningSystem.in(settings.state());
    var certificates = system.around().settings().certificatesDir();
    try (EchoProcess echo = EchoProcess.start(system.java(), certificates);
        Corpus corpus = new Corpus(system.caller(), system.around().settings().businessAnchor())) {
      new SoapBenchmark(settings, system, echo, corpus, System.out).run();
    }
    System.exit(0);
  }

  private void run() throws InterruptedException, ExecutionException {
    double rate = warmUp();
    Table table = new Table(out);
    table.head();
    Duration longest = Duration.ZERO;
    for (int round = 0; round < settings.rounds(); round++) {
      Duration began = elapsed();
      if (began.plus(longest).compareTo(MOST) > 0) {
        out.printf("no time for round %d%n", round + 1);
        break;
      }
      List<Corpus.Message> messages = corpus.next(enough(rate));
      Measurement byGateway;
      Measurement byEcho;
      if (round % 2 == 0) {
        byGateway = byGateway(messages);
        byEcho = byEcho(messages);
      } else {
        byEcho = byEcho(messages);
        byGateway = byGateway(messages);
      }
      table.round(byGateway, byEcho);
      rate = Math.max(rate, byGateway.perSecond());
      longest = elapsed().minus(began);
    }
    table.all();
  }

  /** Both at the same time: nothing is measured yet. Returns messages a second, roughly. */
  private double warmUp() throws InterruptedException, ExecutionException {
    List<Corpus.Message> messages = corpus.next(settings.warmUp());
    out.printf(
        "%d connections, TLS, messages of %,d bytes, %d processors, %s%n",
        settings.connections(),
        messages.get(0).bytes().length,
        Runtime.getRuntime().availableProcessors(),
        system.java());
    FutureTask<Load.Sent> other = new FutureTask<>(() -> toEcho.once(messages, MOST_WARM_UP));
    new Thread(other).start();
    Load.Sent sent = toGateway.once(messages, MOST_WARM_UP);
    Load.Sent echoed = other.get();
    out.printf(
        "warmed up: the gateway with %,d messages in %.1f s, the echo with %,d in %.1f s%n",
        sent.nanos().length,
        sent.elapsed().toMillis() / 1e3,
        echoed.nanos().length,
        echoed.elapsed().toMillis() / 1e3);
    if (Math.min(sent.nanos().length, echoed.nanos().length) < WARM) {
      out.printf("fewer than %d messages: the figures are those of cold programs%n", WARM);
    }
    rest("echo", CpuMeter.of(echo.handle()));
    rest("gateway", CpuMeter.of(system.gateway()));
    return 2 * sent.nanos().length / (sent.elapsed().toMillis() / 1e3);
  }

  /**
   * So many that a round does not run out of messages unless the gateway has become much faster.
   */
  private int enough(double rate) {
    return Math.min(settings.mostMessages(), (int) (rate * settings.round().toSeconds() * 1.6));
  }

  private Measurement byGateway(List<Corpus.Message> messages) throws InterruptedException {
    CpuMeter server = CpuMeter.of(system.gateway());
    Optional<CpuMeter> database = system.database().map(CpuMeter::withChildren);
    Duration cpu = server.used();
    Duration databaseCpu = database.map(CpuMeter::used).orElse(Duration.ZERO);
    Load.Sent sent = toGateway.once(messages, settings.round());
    rest("gateway", server);
    return new Measurement(
        sent.elapsed(),
        server.used().minus(cpu),
        database.map(CpuMeter::used).orElse(Duration.ZERO).minus(databaseCpu),
        sent.nanos());
  }

  private Measurement byEcho(List<Corpus.Message> messages) throws InterruptedException {
    CpuMeter server = CpuMeter.of(echo.handle());
    Duration cpu = server.used();
    Load.Sent sent = toEcho.overAndOver(messages, settings.round());
    rest("echo", server);
    return new Measurement(sent.elapsed(), server.used().minus(cpu), Duration.ZERO, sent.nanos());
  }

  private void rest(String who, CpuMeter server) throws InterruptedException {
    if (!server.awaitRest()) {
      out.printf("the %s is busy with something else: too much processor time is counted%n", who);
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
