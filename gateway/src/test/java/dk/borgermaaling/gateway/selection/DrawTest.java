package dk.borgermaaling.gateway.selection;

import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.selection.jpa.SqlDrawPlans;
import dk.borgermaaling.gateway.testing.Events;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DrawTest extends ProcessedEvents {
  private final DrawPlans plans = new SqlDrawPlans(core.database.gateway(), core.terms);

  @Test
  void numbers_are_spread_evenly_and_the_same_every_time() {
    DrawPlan plan = new DrawPlan(0.3, "a seed");
    Random dice = new Random(1);
    int drawn = 0;
    for (int i = 0; i < 20_000; i++) {
      CitizenId citizen = new CitizenId(new UUID(dice.nextLong(), dice.nextLong()));
      assertThat(plan.number(citizen)).isBetween(0.0, Math.nextDown(1.0));
      assertThat(plan.draws(citizen)).isEqualTo(new DrawPlan(0.3, "a seed").draws(citizen));
      drawn += plan.draws(citizen) ? 1 : 0;
    }
    assertThat(drawn / 20_000.0).isCloseTo(0.3, within(0.02));
  }

  @Test
  void more_conversations_in_a_month_are_no_more_chances() {
    sampling("percent", "50");
    for (int i = 0; i < 40; i++) {
      Events citizen = Events.of(ODENSE, cpr(i)).group("6.1", LONG_AGO);
      CaseEvent first = citizen.held(7, WEDNESDAY);
      CaseEvent second = Events.of(ODENSE, cpr(i)).group("6.1", LONG_AGO).held(7, FRIDAY);
      core.intake.register(List.of(first, second));
      core.processOnce();
      assertThat(List.of(outcomeOf(first), outcomeOf(second)))
          .isIn(List.of("INVITED dagpenge", "OPEN_INVITATION"), List.of("NOT_DRAWN", "NOT_DRAWN"));
    }
    assertThat(
            core.database.texts(
                "SELECT DISTINCT inclusion_probability::text FROM intake.decision"
                    + " WHERE coalesce(reason, 'NOT_DRAWN') = 'NOT_DRAWN'"))
        .containsExactly("0.5");
  }

  @Test
  void a_target_follows_how_many_there_were_the_month_before_and_then_stands() {
    assertThat(plan(LocalDate.of(2026, 11, 20))).isEqualTo(DrawPlan.EVERYBODY);
    List<CaseEvent> november = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      november.add(Events.of(ODENSE, cpr(i)).group("6.1", LONG_AGO).held(7, WEDNESDAY));
    }
    core.intake.register(november);
    core.processOnce();
    sampling("target", "2");
    DrawPlan december = plan(LocalDate.of(2026, 12, 24));
    assertThat(december.probability()).isEqualTo(0.25);
    assertThat(plan(LocalDate.of(2026, 12, 1))).isEqualTo(december);
    assertThat(plan(LocalDate.of(2026, 11, 3)).probability())
        .as("nothing is known of October: everybody")
        .isEqualTo(1);
    core.database.owner().useHandle(handle -> handle.execute("UPDATE ops.sampling SET target = 1"));
    core.terms.refresh();
    assertThat(plan(LocalDate.of(2026, 12, 2)))
        .as("another sampling of the same month, with the same seed")
        .isEqualTo(new DrawPlan(0.125, december.seed()));
    core.database.owner().useHandle(handle -> handle.execute("UPDATE ops.sampling SET target = 2"));
    core.terms.refresh();
    assertThat(plan(LocalDate.of(2026, 12, 3))).isEqualTo(december);
  }

  @Test
  void a_sampling_that_changes_within_a_month_holds_from_its_day() {
    sampling("percent", "1");
    core.database
        .owner()
        .useHandle(
            handle -> {
              handle.execute("UPDATE ops.sampling SET valid_to = '2026-11-19'");
              handle.execute(
                  "INSERT INTO ops.sampling (municipality_code, survey_group, valid_from, percent)"
                      + " VALUES ('0461', 'dagpenge', '2026-11-19', 100)");
            });
    core.terms.refresh();
    CaseEvent before = Events.of(ODENSE, cpr(1)).group("6.1", LONG_AGO).held(7, WEDNESDAY);
    CaseEvent after = Events.of(ODENSE, cpr(1)).group("6.1", LONG_AGO).held(7, FRIDAY);
    core.intake.register(List.of(before, after));
    core.processOnce();
    assertThat(
            core.database.texts(
                "SELECT inclusion_probability::text FROM intake.decision d"
                    + " JOIN intake.case_event e USING (municipality_code, event_id)"
                    + " ORDER BY e.occurred_at"))
        .startsWith("0.01");
    assertThat(plan(THURSDAY).probability()).isEqualTo(1);
    assertThat(plan(WEDNESDAY).seed()).isEqualTo(plan(FRIDAY).seed());
  }

  private DrawPlan plan(LocalDate day) {
    return core.database.transactions().inOne(() -> plans.of(ODENSE, "dagpenge", day));
  }

  private void sampling(String how, String value) {
    core.database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO ops.sampling (municipality_code, survey_group, valid_from, "
                        + how
                        + ") VALUES ('0461', 'dagpenge', '2026-01-01', "
                        + value
                        + ")"));
    core.terms.refresh();
  }

  private static String cpr(int number) {
    return "670180%04d".formatted(2000 + number);
  }
}
