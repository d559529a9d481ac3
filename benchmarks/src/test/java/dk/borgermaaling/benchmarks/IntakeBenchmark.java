package dk.borgermaaling.benchmarks;

import dk.borgermaaling.benchmarks.PlainInserts.Batch;
import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.testing.Database;
import dk.borgermaaling.simulators.year.Year;
import dk.borgermaaling.simulators.year.YearEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A year of events of all municipalities from an adapter's hand to the planned message, and the
 * same rows by plain JDBC, in turns of ten thousand events. Ends by itself: with the year, with the
 * number of events that was asked for, or when the time is up.
 */
public final class IntakeBenchmark {
  private static final int TURN = 10_000;
  private static final int BATCH = 500;
  private static final int TURNS_COMPARED = 10;
  private static final int STATEMENTS = 25;
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final long SEED = 20_261_129;

  /** Libraries that tell what they set up; held, because a logger that nobody holds forgets. */
  private static final List<Logger> LOGGERS =
      Stream.of("com.github", "com.zaxxer", "io.zonky", "java.util.Iterator", "org.flywaydb")
          .map(Logger::getLogger)
          .toList();

  private final PrintStream out = System.out;
  private final IntakeRoad road;
  private final PlainInserts plain;
  private final YearClock clock;
  private final CpuMeter program = CpuMeter.of(ProcessHandle.current());
  private final IntakeDatabase postgres;
  private final List<IntakeTurn> turns = new ArrayList<>();
  private int refused;
  private int repeated;

  private IntakeBenchmark(
      IntakeRoad road, PlainInserts plain, YearClock clock, IntakeDatabase postgres) {
    this.road = road;
    this.plain = plain;
    this.clock = clock;
    this.postgres = postgres;
  }

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException, SQLException {
    LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    int events = Integer.getInteger("benchmark.events", 1_000_000);
    Duration most = Duration.ofMinutes(Integer.getInteger("benchmark.minutes", 45));
    YearClock clock = new YearClock();
    try (IntakeDatabase server = IntakeDatabase.start()) {
      Database database = server.database();
      try (IntakeRoad road = new IntakeRoad(database, clock);
          PlainInserts plain = new PlainInserts(database)) {
        IntakeBenchmark benchmark = new IntakeBenchmark(road, plain, clock, server);
        benchmark.settings(database);
        benchmark.run(new Year(SEED, START, events).iterator(), events, most);
        benchmark.summary();
        benchmark.counts(database);
        benchmark.statements(server);
      }
    }
    System.exit(0);
  }

  private void settings(Database database) {
    out.printf(
        "%d processors, Java %s, heap at most %d MB, PostgreSQL %s%n%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        Runtime.getRuntime().maxMemory() >> 20,
        String.join(
            ", ",
            database.texts(
                "SELECT name || ' ' || setting FROM pg_settings WHERE name IN ('server_version',"
                    + " 'fsync', 'full_page_writes', 'synchronous_commit', 'shared_buffers')")));
    out.println(
        "| events | rows | events/s | plain, events/s | ratio | µs/event | CPU µs/event |"
            + " database CPU µs/event | plain, both CPU µs/event | heap MB |");
    out.println("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
  }

  private void run(Iterator<YearEvent> year, int events, Duration most)
      throws InterruptedException, ExecutionException, SQLException {
    long deadline = System.nanoTime() + most.toNanos();
    int done = 0;
    while (done < events && year.hasNext() && System.nanoTime() < deadline) {
      List<YearEvent> some = new ArrayList<>(TURN);
      while (some.size() < Math.min(TURN, events - done) && year.hasNext()) {
        some.add(year.next());
      }
      done += some.size();
      IntakeTurn turn = turn(some);
      turns.add(turn);
      line(Integer.toString(done), turn, heap());
    }
  }

  private IntakeTurn turn(List<YearEvent> told)
      throws InterruptedException, ExecutionException, SQLException {
    List<CaseEvent> events = told.stream().map(YearEvents::handedIn).toList();
    Duration programBefore = program.used();
    Duration postgresBefore = postgres.used();
    long begun = System.nanoTime();
    for (int from = 0; from < events.size(); from += BATCH) {
      int to = Math.min(from + BATCH, events.size());
      clock.set(told.get(to - 1).toldAt());
      for (EventReceipt receipt : road.register(events.subList(from, to))) {
        refused += receipt instanceof EventReceipt.Rejected ? 1 : 0;
        repeated += receipt instanceof EventReceipt.Duplicate ? 1 : 0;
      }
    }
    road.awaitDecisions();
    Duration wall = Duration.ofNanos(System.nanoTime() - begun);
    Duration programUsed = program.used().minus(programBefore);
    Duration postgresUsed = postgres.used().minus(postgresBefore);
    List<List<Batch>> rows = plain.added();
    Duration bothBefore = program.used().plus(postgres.used());
    begun = System.nanoTime();
    plain.insert(rows);
    Duration plainly = Duration.ofNanos(System.nanoTime() - begun);
    Duration plainUsed = program.used().plus(postgres.used()).minus(bothBefore);
    long count = rows.stream().flatMap(List::stream).mapToLong(batch -> batch.rows().size()).sum();
    return new IntakeTurn(
        events.size(), count, wall, programUsed, postgresUsed, plainly, plainUsed);
  }

  private void line(String name, IntakeTurn turn, String heap) {
    out.printf(
        Locale.ROOT,
        "| %s | %d | %.0f | %.0f | %.2f | %.0f | %.0f | %.0f | %.0f | %s |%n",
        name,
        turn.rows(),
        turn.perSecond(),
        turn.plainPerSecond(),
        turn.ratio(),
        turn.wallMicros(),
        turn.programMicros(),
        turn.databaseMicros(),
        turn.plainMicros(),
        heap);
  }

  /** Used after a collection, asked for every fifth turn. */
  private String heap() {
    if (turns.size() % 5 != 0) {
      return "";
    }
    System.gc();
    return Long.toString(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
  }

  /** The first turn is left out: programs and database are cold in it. */
  private void summary() {
    if (turns.size() < 3) {
      return;
    }
    int compared = Math.min(TURNS_COMPARED, (turns.size() - 1) / 2);
    IntakeTurn first = sum(turns.subList(1, 1 + compared));
    IntakeTurn last = sum(turns.subList(turns.size() - compared, turns.size()));
    line("first " + first.events() + " after the first turn", first, "");
    line("last " + last.events(), last, "");
    line("all after the first turn", sum(turns.subList(1, turns.size())), "");
    out.printf(
        Locale.ROOT,
        "%nLast to first: wall %.2f, CPU %.2f, database CPU %.2f, both CPU %.2f, plain wall %.2f%n",
        last.wallMicros() / first.wallMicros(),
        last.programMicros() / first.programMicros(),
        last.databaseMicros() / first.databaseMicros(),
        (last.programMicros() + last.databaseMicros())
            / (first.programMicros() + first.databaseMicros()),
        first.plainPerSecond() / last.plainPerSecond());
  }

  private static IntakeTurn sum(Collection<IntakeTurn> turns) {
    return turns.stream().reduce(IntakeTurn::plus).orElseThrow();
  }

  private void statements(IntakeDatabase server) throws SQLException {
    out.printf("%nWhat the database was asked for, by its time:%n%n");
    server.dearest(STATEMENTS).forEach(statement -> out.println("    " + statement));
  }

  private void counts(Database database) {
    out.printf("%nRefused %d, repeated %d.", refused, repeated);
    for (String table :
        List.of(
            "contact.citizen",
            "intake.case_event",
            "intake.decision",
            "contact.citizen_course",
            "contact.invitation",
            "contact.notification",
            "contact.quarantine",
            "ops.scheduled_tasks")) {
      out.printf(" %s %d.", table, database.count(table));
    }
    List<String> reasons =
        database.texts(
            "SELECT coalesce(reason, outcome) || ' ' || count(*) FROM intake.decision"
                + " GROUP BY reason, outcome ORDER BY count(*) DESC");
    out.printf("%nDecisions: %s%n", String.join(", ", reasons));
  }
}
