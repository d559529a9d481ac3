package dk.borgermaaling.liberty.model;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.enquiry.OptOutReason;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.Database;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Many histories lived through at once on one database: the same days pass for all of them, and
 * what is told on a day comes in batches that mix them.
 */
final class World implements AutoCloseable {
  static final int STEPS = 32;
  private static final int CONNECTIONS = 4;

  /** Event and outcome. */
  static final String OUTCOMES =
      "SELECT event_id || '=' || coalesce(reason, outcome || ' ' || survey_group)"
          + " FROM intake.decision";

  /** As {@link Invited} says them, for whole seconds. */
  static final String INVITATIONS =
      "SELECT concat_ws(' ', event_id, survey_group, "
          + utc("planned_first")
          + ", "
          + utc("closes_at")
          + ", state, CASE WHEN stopped THEN 'true' ELSE 'false' END) FROM contact.invitation";

  static final String LETTERS =
      "SELECT concat_ws(' ', source, municipality_code, entity_id, reason)"
          + " FROM intake.dead_letter";

  /** Three towns that ask on different terms; their agreements are those of {@link CoreFixture}. */
  private static final Map<String, Rules.Town> TOWNS =
      Map.of(
          "0461", new Rules.Town(4, 26, true, true, false),
          "0751", new Rules.Town(2, 6, false, true, true),
          "0740", new Rules.Town(4, 26, true, false, true));

  /** As {@link CoreFixture} has it. */
  private static final Invited.Plan PLAN =
      new Invited.Plan(Duration.ofDays(2), Duration.ofDays(28));

  private final Random dice;
  private final List<HikariDataSource> pools = new ArrayList<>();
  private final Database database = Database.fresh(this::pooled);
  private final List<History> histories = new ArrayList<>();
  private final List<Model> models = new ArrayList<>();
  private final Telling telling;
  private final List<EventSource> sources;
  private CoreFixture core = new CoreFixture(new RecordedNotificationPlan(), database);
  private Instant now = Instant.parse("2026-08-03T07:00:00Z");
  private Edges edges;

  World(long seed, int number) {
    dice = new Random(seed);
    Map<String, Integer> historyOf = new HashMap<>();
    telling = new Telling(dice, historyOf, (history, told) -> models.get(history).tell(told, now));
    edges = new Edges(core, telling.realClock());
    sources = edges.sources();
    SortedMap<EventSource, List<String>> everywhere = new TreeMap<>();
    sources.forEach(source -> everywhere.put(source, Telling.TOWNS));
    for (int i = 0; i < number; i++) {
      List<List<String>> people =
          List.of(List.of(cpr(4 * i), cpr(4 * i + 1)), List.of(cpr(4 * i + 2), cpr(4 * i + 3)));
      for (List<String> person : people) {
        for (String cpr : person) {
          historyOf.put(cpr, i);
        }
      }
      histories.add(new History(seed * 1_000 + i, everywhere, people));
      models.add(new Model(TOWNS, PLAN));
    }
    terms();
  }

  private static String utc(String column) {
    return "to_char(" + column + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";
  }

  /** A world is of many small transactions. */
  private DataSource pooled(DataSource direct) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(direct);
    config.setMaximumPoolSize(CONNECTIONS);
    HikariDataSource pool = new HikariDataSource(config);
    pools.add(pool);
    return pool;
  }

  @Override
  public void close() {
    pools.forEach(HikariDataSource::close);
  }

  /** Numbers of day + 60: nobody has them. */
  static String cpr(int number) {
    return "%02d%02d%02d%04d"
        .formatted(61 + number % 28, 1 + number / 28 % 12, 60 + number / 336 % 20, 1000 + number);
  }

  private void terms() {
    database
        .owner()
        .useHandle(
            handle -> {
              handle.execute(
                  "UPDATE ops.service_agreement SET quarantine_across = true"
                      + " WHERE municipality_code = '0751'");
              handle.execute(
                  "INSERT INTO ops.selection_terms (municipality_code, valid_from, minimum_weeks,"
                      + " quarantine_weeks, asks_protected)"
                      + " VALUES ('0751', '2026-01-01', 2, 6, false)");
              handle.execute(
                  "INSERT INTO ops.selection_terms (municipality_code, valid_from,"
                      + " needs_conversation) VALUES ('0740', '2026-01-01', false)");
            });
    restart();
  }

  /** Throws every object away; the database alone stays. */
  private void restart() {
    core = new CoreFixture(new RecordedNotificationPlan(), database);
    core.clock.set(now);
    edges = new Edges(core, telling.realClock());
  }

  void live() {
    for (int step = 0; step < STEPS; step++) {
      Instant before = now;
      now = now.plus(Duration.ofMinutes(30 + dice.nextInt(60 * 24 * 6)));
      core.clock.set(now);
      core.sendWhatIsDue();
      models.forEach(model -> model.send(now));
      tell(step, before);
      if (dice.nextInt(4) > 0 || step == STEPS - 1) {
        core.processOnce();
        models.forEach(Model::process);
        optOuts();
      }
      if (dice.nextInt(6) == 0) {
        restart();
      }
    }
  }

  private void tell(int step, Instant before) {
    Map<EventSource, List<Said>> bySource = new EnumMap<>(EventSource.class);
    sources.forEach(source -> bySource.put(source, new ArrayList<>()));
    for (int i = 0; i < histories.size(); i++) {
      for (Told told : histories.get(i).step(step, before, now)) {
        bySource.getOrDefault(told.source(), List.of()).add(new Said(i, told));
      }
    }
    List<EventSource> order = new ArrayList<>(sources);
    Collections.shuffle(order, dice);
    order.forEach(
        source ->
            telling.tell(
                edges, source, bySource.getOrDefault(source, List.of()), now, step == STEPS - 1));
  }

  private void optOuts() {
    for (int i = 0; i < histories.size(); i++) {
      if (dice.nextInt(40) != 0) {
        continue;
      }
      String number = histories.get(i).people().get(dice.nextInt(2)).get(0);
      String town = List.of("0461", "0751", "0740").get(dice.nextInt(3));
      MunicipalityCode code = new MunicipalityCode(town);
      if (dice.nextInt(3) == 0) {
        core.optOuts.revoke(code, new CprNumber(number));
        models.get(i).revoke(town, number);
      } else {
        core.optOuts.optOut(code, new CprNumber(number), OptOutReason.ASKED_BY_CITIZEN);
        models.get(i).optOut(town, number);
        models.get(i).takeBackFor(town, number, now);
      }
    }
  }

  Map<String, String> expectedOutcomes() {
    Map<String, String> all = new TreeMap<>();
    models.forEach(model -> all.putAll(model.outcomes()));
    return all;
  }

  Map<String, String> outcomes() {
    Map<String, String> all = new TreeMap<>();
    database.texts(OUTCOMES).forEach(text -> all.put(text.substring(0, 36), text.substring(37)));
    return all;
  }

  List<String> expectedInvitations() {
    return models.stream().flatMap(model -> model.invitations().stream()).sorted().toList();
  }

  List<String> invitations() {
    return database.texts(INVITATIONS).stream().sorted().toList();
  }

  List<String> expectedLetters() {
    return telling.letters.all();
  }

  List<String> letters() {
    return database.texts(LETTERS).stream().sorted().toList();
  }
}
