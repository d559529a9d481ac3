package dk.borgermaaling.gateway.selection;

import static dk.borgermaaling.gateway.testing.CoreFixture.AARHUS;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static dk.borgermaaling.gateway.testing.CoreFixture.SILKEBORG;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.jpa.SqlDecisionBook;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import dk.borgermaaling.gateway.survey.SurveyGroups;
import dk.borgermaaling.gateway.testing.Events;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest extends ProcessedEvents {
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

  private final Replay replay =
      new Replay(
          core.database.transactions(),
          core.events,
          new SqlDecisionBook(core.database.gateway()),
          core.facts);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void with_the_tables_in_force_every_decision_comes_out_again(long seed) {
    int decided = live(seed);
    Replay.Result result = replay.run(BEGINNING, END, replay.inForce());
    assertThat(result.decided()).isEqualTo(decided);
    assertThat(result.reproduced()).isEqualTo(decided);
    assertThat(result.changes()).isEmpty();
  }

  @Test
  void a_group_that_would_not_be_asked_frees_nobody_and_stops_its_own() {
    accept(inGroup("6.1").held(7, WEDNESDAY));
    accept(Events.of(ODENSE, CPR).group("6.6", LONG_AGO).held(4, FRIDAY));
    accept(Events.of(ODENSE, "6702809994").group("6.6", LONG_AGO).held(4, FRIDAY));
    Replay.Result result = replay.run(BEGINNING, END, without("6.1"));
    assertThat(result.decided()).isEqualTo(3);
    assertThat(result.changes())
        .isEqualTo(
            Map.of(
                new Replay.Change(ODENSE, "INVITED dagpenge", "GROUP_NOT_SURVEYED"), 1L,
                new Replay.Change(ODENSE, "OPEN_INVITATION", "INVITED sygedagpenge"), 1L));
  }

  @Test
  void shorter_terms_let_more_in_and_nothing_is_stored_or_planned() {
    accept(Events.of(ODENSE, CPR).group("6.1", WEDNESDAY.minusDays(20)).held(7, WEDNESDAY));
    SelectionTerms two = new SelectionTerms(SamplingMode.CONTINUOUS, 2, 26, true, true, false);
    RuleTables now = replay.inForce();
    Replay.Result result =
        replay.run(BEGINNING, END, new RuleTables(now.groups(), now.triggers(), terms(two)));
    assertThat(result.changes())
        .isEqualTo(Map.of(new Replay.Change(ODENSE, "TOO_SHORT_IN_GROUP", "INVITED dagpenge"), 1L));
    assertThat(plan.planned()).isEmpty();
    assertThat(core.database.count("contact.invitation")).isZero();
    assertThat(core.database.count("contact.quarantine")).isZero();
    assertThat(decisions()).isEqualTo(1);
  }

  @Test
  void a_replay_makes_no_plan_of_a_month() {
    accept(inGroup("6.1").held(7, WEDNESDAY));
    core.database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO ops.sampling (municipality_code, survey_group, valid_from, percent)"
                        + " VALUES ('0461', 'dagpenge', '2026-01-01', 1)"));
    core.terms.refresh();
    Replay.Result result = replay.run(BEGINNING, END, replay.inForce());
    assertThat(result.decided()).isEqualTo(1);
    assertThat(result.changes()).isEmpty();
    assertThat(core.database.count("ops.draw_plan")).isZero();
  }

  @Test
  void what_was_decided_outside_the_span_is_left_alone() {
    accept(inGroup("6.1").held(7, WEDNESDAY));
    Instant now = core.clock.now();
    assertThat(replay.run(BEGINNING, now, replay.inForce()).decided()).isZero();
    assertThat(replay.run(now, now.plusSeconds(1), replay.inForce()).decided()).isEqualTo(1);
  }

  /** A few people's year of shuffled, late, corrected and withdrawn events, in small batches. */
  private int live(long seed) {
    Random dice = new Random(seed);
    core.clock.set(danish("2026-07-01T12:00"));
    List<String> people =
        List.of("6701809995", "6702809994", "6703809993", "6704809992", "6705089991");
    List<CaseEvent> told = new ArrayList<>();
    for (int day = 0; day < 120; day += 2) {
      LocalDate date = LocalDate.of(2026, 7, 1).plusDays(day);
      for (int i = 0; i < 2; i++) {
        String cpr = people.get(dice.nextInt(people.size()));
        MunicipalityCode town = List.of(ODENSE, AARHUS, SILKEBORG).get(dice.nextInt(3));
        told.add(event(dice, Events.of(town, cpr), date, told));
      }
    }
    int next = 0;
    while (next < told.size()) {
      List<CaseEvent> batch =
          new ArrayList<>(told.subList(next, Math.min(next + 1 + dice.nextInt(6), told.size())));
      next += batch.size();
      Instant last =
          batch.stream().map(CaseEvent::occurredAt).max(Instant::compareTo).orElseThrow();
      Instant heard =
          last.plus(Duration.ofHours(1 + dice.nextInt(dice.nextInt(9) == 0 ? 960 : 48)));
      core.clock.set(heard.isAfter(core.clock.now()) ? heard : core.clock.now().plusSeconds(60));
      core.sendWhatIsDue();
      Collections.shuffle(batch, dice);
      core.intake.register(batch);
      core.processOnce();
    }
    return decisions();
  }

  private static CaseEvent event(
      Random dice, Events events, LocalDate date, List<CaseEvent> before) {
    Events in = dice.nextBoolean() ? events.group("6." + (1 + dice.nextInt(9)), LONG_AGO) : events;
    return switch (dice.nextInt(12)) {
      case 0 ->
          in.group("6.1", date.minusDays(dice.nextInt(40)))
              .event(new Happening.TargetGroupStarted(date));
      case 1 -> in.event(new Happening.CourseEnded(date));
      case 2 -> in.event(new Happening.CitizenMoved(date, null));
      case 3 ->
          in.event(
              dice.nextInt(6) == 0
                  ? new Happening.CitizenDied(date)
                  : new Happening.TargetGroupEnded(date));
      case 4, 5 -> before.isEmpty() ? in.held(7, date) : correction(dice, date, before);
      default -> in.held(List.of(4, 7, 19, 12, 15).get(dice.nextInt(5)), date);
    };
  }

  private static CaseEvent correction(Random dice, LocalDate date, List<CaseEvent> before) {
    CaseEvent old = before.get(dice.nextInt(before.size()));
    Events again =
        Events.of(old.municipality(), "6701809995")
            .entity(old.entityId(), old.version() + 1 + dice.nextInt(2));
    return dice.nextBoolean()
        ? again.takenBack().held(7, date)
        : again.group("6.6", LONG_AGO).held(dice.nextBoolean() ? 4 : 12, date);
  }

  private RuleTables without(String code) {
    RuleTables now = replay.inForce();
    return new RuleTables(new Without(now.groups(), code), now.triggers(), now.terms());
  }

  private static TermsTable terms(SelectionTerms everywhere) {
    return new TermsTable() {
      @Override
      public SelectionTerms of(MunicipalityCode municipality, LocalDate on) {
        return everywhere;
      }

      @Override
      public int longestQuarantine(LocalDate on) {
        return everywhere.quarantineWeeks();
      }

      @Override
      public Optional<Sampling> samplingOf(
          MunicipalityCode municipality, String surveyGroup, LocalDate on) {
        return Optional.empty();
      }
    };
  }

  /** The table, with one code not surveyed. */
  private record Without(SurveyGroups table, String code) implements SurveyGroups {
    @Override
    public List<SurveyGroup> all(LocalDate on) {
      return table.all(on);
    }

    @Override
    public Mapping map(TargetGroupCode asked, LocalDate on) {
      return asked.code().equals(code) ? new Mapping.NotSurveyed() : table.map(asked, on);
    }

    @Override
    public Mapping mapLast(TargetGroupCode asked, LocalDate by) {
      return asked.code().equals(code) ? new Mapping.NotSurveyed() : table.mapLast(asked, by);
    }

    @Override
    public Optional<SurveyGroup> byId(String id) {
      return table.byId(id);
    }
  }
}
