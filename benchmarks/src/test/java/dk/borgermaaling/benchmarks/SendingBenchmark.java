package dk.borgermaaling.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import dk.borgermaaling.gateway.testing.Database;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Planned steps and their sending by a post that only counts, in turns with tasks of db-scheduler
 * that do nothing: with one, two and three nodes, and again with years of ended steps in the
 * tables. Ends by itself.
 */
public final class SendingBenchmark {
  private static final int BATCH = 500;
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  /** Libraries that tell what they set up; held, because a logger that nobody holds forgets. */
  private static final List<Logger> LOGGERS =
      Stream.of("com.github", "com.zaxxer", "io.zonky", "java.util.Iterator", "org.flywaydb")
          .map(Logger::getLogger)
          .toList();

  private final PrintStream out = System.out;
  private final Clock real = Clock.systemUTC();
  private final CpuMeter program = CpuMeter.of(ProcessHandle.current());
  private final IntakeDatabase server;
  private final Database database;
  private final SendingRoad road;
  private final int due;
  private final int threads;
  private int planned;

  private SendingBenchmark(IntakeDatabase server, int due, int threads) {
    this.server = server;
    this.database = server.database();
    this.road = new SendingRoad(database);
    this.due = due;
    this.threads = threads;
  }

  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    try (IntakeDatabase server = IntakeDatabase.start()) {
      SendingBenchmark benchmark =
          new SendingBenchmark(
              server,
              Integer.getInteger("benchmark.due", 100_000),
              Integer.getInteger("benchmark.threads", 8));
      benchmark.run(
          Integer.getInteger("benchmark.steps", 1_000_000),
          Integer.getInteger("benchmark.finished", 10_000_000));
    }
    System.exit(0);
  }

  private void run(int steps, int finished) throws InterruptedException, SQLException {
    out.printf(
        "%d processors, Java %s, PostgreSQL as in intake, %d threads a node, %d due at a moment%n%n",
        Runtime.getRuntime().availableProcessors(), Runtime.version(), threads, due);
    planning(steps);
    out.println(
        "| tables | nodes | sent/s | empty tasks/s | ratio | lateness p50 s | p99 s | CPU µs/step |"
            + " database CPU µs/step | empty, both CPU µs/task |");
    out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    turn("warm-up", 1, Math.min(due, 5_000));
    for (int nodes = 1; nodes <= 3; nodes++) {
      turn("planned steps alone", nodes, due);
    }
    if (finished > 0) {
      int rows = road.finished(finished / 2);
      turn(String.format(Locale.ROOT, "and %,d ended", rows), 1, due);
    }
    out.println();
    server.dearest(15).forEach(statement -> out.println("    " + statement));
  }

  private void planning(int steps) {
    Duration before = program.used();
    Duration databaseBefore = server.used();
    long begun = System.nanoTime();
    plan(steps / 2, real.instant().plus(Duration.ofDays(30)));
    double wall = seconds(Duration.ofNanos(System.nanoTime() - begun));
    out.printf(
        Locale.ROOT,
        "Planned %d steps: %.0f/s, CPU %.0f µs/step, database CPU %.0f µs/step%n%n",
        steps,
        steps / wall,
        seconds(program.used().minus(before)) * 1e6 / steps,
        seconds(server.used().minus(databaseBefore)) * 1e6 / steps);
  }

  private void plan(int invitations, Instant due) {
    for (int from = 0; from < invitations; from += BATCH) {
      int some = Math.min(BATCH, invitations - from);
      road.plan(planned, some, due);
      planned += some;
    }
  }

  private void turn(String name, int nodes, int steps) throws InterruptedException {
    plan(steps, real.instant());
    CountingPost post = new CountingPost(steps);
    Run sent = timed(nodes, n -> road.node("node-" + n, threads, post), post::left, steps);
    EmptyTask empty = new EmptyTask(database);
    empty.plan(steps, real.instant());
    Run nothing = timed(nodes, n -> empty.node("empty-" + n, threads, LOOK), empty::done, steps);
    out.printf(
        Locale.ROOT,
        "| %s | %d | %.0f | %.0f | %.2f | %.1f | %.1f | %.0f | %.0f | %.0f |%n",
        name,
        nodes,
        steps / sent.seconds(),
        steps / nothing.seconds(),
        nothing.seconds() / sent.seconds(),
        post.lateness(sent.begun(), 0.5) / 1e9,
        post.lateness(sent.begun(), 0.99) / 1e9,
        micros(sent.program(), steps),
        micros(sent.database(), steps),
        micros(nothing.program().plus(nothing.database()), steps));
  }

  /** Until the last one has left and its task is gone. */
  private Run timed(int nodes, IntFunction<Scheduler> made, IntSupplier done, int wanted)
      throws InterruptedException {
    List<Scheduler> schedulers = new ArrayList<>();
    for (int n = 0; n < nodes; n++) {
      schedulers.add(made.apply(n));
    }
    Duration programBefore = program.used();
    Duration databaseBefore = server.used();
    long begun = System.nanoTime();
    schedulers.forEach(Scheduler::start);
    while (done.getAsInt() < wanted || dueTasks() > 0) {
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw new IllegalStateException("not done after " + PATIENCE);
      }
      Thread.sleep(done.getAsInt() < wanted ? 5 : 50);
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - begun);
    Run run =
        new Run(
            begun,
            seconds(wall),
            program.used().minus(programBefore),
            server.used().minus(databaseBefore));
    schedulers.forEach(Scheduler::stop);
    return run;
  }

  private int dueTasks() {
    return database
        .owner()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT count(*) FROM ops.scheduled_tasks WHERE execution_time <= now()")
                    .mapTo(Integer.class)
                    .one());
  }

  private static double micros(Duration duration, int each) {
    return seconds(duration) * 1e6 / each;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private record Run(long begun, double seconds, Duration program, Duration database) {}
}
