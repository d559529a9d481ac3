package dk.borgermaaling.liberty.model;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.enquiry.OptOutReason;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.Database;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Many histories lived through at once on one database: the same days pass for all of them, and
 * what is told on a day comes in batches that mix them.
 */
final class World {
  static final int STEPS = 32;

  /** Three towns that ask on different terms; their agreements are those of {@link CoreFixture}. */
  private static final Map<String, Rules.Town> TOWNS =
      Map.of(
          "0461", new Rules.Town(4, 26, true, true, false),
          "0751", new Rules.Town(2, 6, false, true, true),
          "0740", new Rules.Town(4, 26, true, false, true));

  private final Random dice;
  private final Database database = Database.fresh();
  private final List<History> histories = new ArrayList<>();
  private final List<Model> models = new ArrayList<>();
  private CoreFixture core = new CoreFixture(new RecordedNotificationPlan(), database);
  private Instant now = Instant.parse("2026-08-03T07:00:00Z");

  World(long seed, int number) {
    dice = new Random(seed);
    for (int i = 0; i < number; i++) {
      histories.add(
          new History(
              seed * 1_000 + i,
              List.of(
                  List.of(cpr(4 * i), cpr(4 * i + 1)), List.of(cpr(4 * i + 2), cpr(4 * i + 3)))));
      models.add(new Model(TOWNS));
    }
    terms();
  }

  /** Numbers of day + 60: nobody has them. */
  private static String cpr(int number) {
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
    List<CaseEvent> batch = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < histories.size(); i++) {
      List<Told> told = histories.get(i).step(step, before, now);
      expected.addAll(models.get(i).tell(told, now));
      told.forEach(one -> batch.add(event(one)));
    }
    List<String> receipts = new ArrayList<>();
    for (int from = 0; from < batch.size(); from += 500) {
      core.intake
          .register(batch.subList(from, Math.min(from + 500, batch.size())))
          .forEach(receipt -> receipts.add(name(receipt)));
    }
    assertThat(receipts).isEqualTo(expected);
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

  private static String name(EventReceipt receipt) {
    return receipt.getClass().getSimpleName().toUpperCase(Locale.ROOT);
  }

  Map<String, String> expectedOutcomes() {
    Map<String, String> all = new TreeMap<>();
    models.forEach(model -> all.putAll(model.outcomes()));
    return all;
  }

  Map<String, String> outcomes() {
    Map<String, String> all = new TreeMap<>();
    database
        .texts(
            "SELECT event_id || '=' || coalesce(reason, outcome || ' ' || survey_group)"
                + " FROM intake.decision")
        .forEach(text -> all.put(text.substring(0, 36), text.substring(37)));
    return all;
  }

  List<String> expectedInvitations() {
    return models.stream().flatMap(model -> model.invitations().stream()).sorted().toList();
  }

  List<String> invitations() {
    List<String> all = new ArrayList<>();
    database
        .owner()
        .useHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM contact.invitation")
                    .map(
                        (row, context) ->
                            String.join(
                                " ",
                                row.getString("event_id"),
                                row.getString("survey_group"),
                                instant(row.getObject("planned_first", OffsetDateTime.class)),
                                instant(row.getObject("closes_at", OffsetDateTime.class)),
                                row.getString("state"),
                                "" + row.getBoolean("stopped")))
                    .forEach(all::add));
    return all.stream().sorted().toList();
  }

  private static String instant(OffsetDateTime time) {
    return time.toInstant().toString();
  }

  private static CaseEvent event(Told told) {
    String group = told.group();
    LocalDate since = told.since();
    return new CaseEvent(
        told.id(),
        told.source(),
        new MunicipalityCode(told.town()),
        told.entity(),
        told.version(),
        told.withdrawn(),
        told.at(),
        person(told.citizen()),
        group == null || since == null ? null : new TargetGroupCode("LAB6", group, since),
        new Course(told.courseStart(), actor(told.actor()), null),
        happening(told),
        told.formerly() == null ? null : person(told.formerly()));
  }

  private static Recipient person(String cpr) {
    return new Recipient.Person(new CprNumber(cpr));
  }

  private static Course.@Nullable ResponsibleActor actor(@Nullable String actor) {
    if (actor == null) {
      return null;
    }
    return actor.equals("AKASSE")
        ? Course.ResponsibleActor.UNEMPLOYMENT_FUND
        : Course.ResponsibleActor.MUNICIPALITY;
  }

  private static Happening happening(Told told) {
    LocalDate day = told.day();
    var form = Happening.ConversationForm.VIDEO;
    return switch (told.kind()) {
      case STARTED -> new Happening.TargetGroupStarted(day);
      case CHANGED -> new Happening.TargetGroupChanged(day);
      case ENDED -> new Happening.TargetGroupEnded(day);
      case HELD -> new Happening.ConversationHeld(day, told.type(), form);
      case CANCELLED -> new Happening.ConversationCancelled(day, told.type(), form);
      case COURSE_ENDED -> new Happening.CourseEnded(day);
      case DIED -> new Happening.CitizenDied(day);
      case MOVED -> new Happening.CitizenMoved(day, null);
      case CAME_HERE -> new Happening.CitizenMoved(day, new MunicipalityCode(told.town()));
      case EXEMPTED -> new Happening.CitizenExempted(day);
      case PROTECTED -> new Happening.CitizenProtected(day);
      case NEW_NUMBER -> new Happening.CprChanged(day);
    };
  }
}
