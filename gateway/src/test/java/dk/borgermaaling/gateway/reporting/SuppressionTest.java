package dk.borgermaaling.gateway.reporting;

import static dk.borgermaaling.gateway.reporting.Coordinates.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.reporting.Shown.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionTest {
  private static final String ODENSE = "0461";
  private static final String TAARNBY = "0185";
  private static final String AARHUS = "0751";

  @ParameterizedTest
  @CsvSource({"1, HIDDEN", "4, HIDDEN", "5, THIN", "29, THIN", "30, SOLID", "700, SOLID"})
  void the_number_of_people_decides_the_mark(int people, Mark mark) {
    MadeUpResults made = odense(people, 900, 900);
    made.cell(TAARNBY, "dagpenge", "meeting", 2, 3).cell(TAARNBY, "jobparate", "meeting", 90, 3);
    assertThat(mark(made, ODENSE, "dagpenge")).isEqualTo(mark);
  }

  @ParameterizedTest
  @CsvSource({"0, NOBODY", "1, HIDDEN", "4, HIDDEN", "5, SOLID", "29, SOLID", "700, SOLID"})
  void few_opt_outs_are_hidden_and_no_measure_is_taken_of_more(int people, Mark mark) {
    Publication shown =
        Suppression.publish(
            new MadeUpResults().optedOut(ODENSE, people).results(), MadeUpResults.LIMIT);
    assertThat(shown.optOuts(ODENSE).mark()).isEqualTo(mark);
    assertThat(shown.optOuts(ODENSE).get().isPresent()).isEqualTo(mark == Mark.SOLID);
    assertThat(shown.optOuts(TAARNBY).mark()).isEqualTo(Mark.NOBODY);
    assertThat(shown.optOuts(ALL).mark()).as("there is no total").isEqualTo(Mark.NOBODY);
  }

  @Test
  void a_hidden_cell_has_no_value_at_all() {
    Shown<Figures> cell =
        Suppression.publish(odense(4, 40, 50).results(), MadeUpResults.LIMIT)
            .cell(new Coordinates(ODENSE, "dagpenge", "meeting"));
    assertThat(cell.value()).isNull();
    assertThat(cell.get()).isEmpty();
  }

  @Test
  void when_one_group_is_hidden_the_next_smallest_is_hidden_too() {
    MadeUpResults made = odense(4, 40, 50);
    assertThat(mark(made, ODENSE, "jobparate")).isEqualTo(Mark.HIDDEN);
    assertThat(mark(made, ODENSE, "sygedagpenge")).isEqualTo(Mark.SOLID);
    assertThat(mark(made, ODENSE, ALL)).isEqualTo(Mark.SOLID);
  }

  @Test
  void two_hidden_groups_of_fewer_than_five_people_together_pull_a_third_with_them() {
    assertThat(mark(odense(2, 2, 50), ODENSE, "sygedagpenge")).isEqualTo(Mark.HIDDEN);
    assertThat(mark(odense(2, 3, 50), ODENSE, "sygedagpenge")).isEqualTo(Mark.SOLID);
  }

  @Test
  void the_nation_is_hidden_when_one_municipality_would_follow_from_it() {
    MadeUpResults made = odense(40, 40, 50);
    made.cell(TAARNBY, "dagpenge", "meeting", 3, 3).cell(TAARNBY, "jobparate", "meeting", 30, 3);
    assertThat(mark(made, ALL, "dagpenge")).isEqualTo(Mark.HIDDEN);
    assertThat(mark(made, ALL, "sygedagpenge")).isEqualTo(Mark.SOLID);
    assertThat(mark(made, ALL, ALL)).isEqualTo(Mark.SOLID);
  }

  @Test
  void the_nation_is_shown_when_two_hidden_municipalities_have_five_people_together() {
    MadeUpResults made = odense(40, 40, 50);
    for (String small : new String[] {TAARNBY, AARHUS}) {
      made.cell(small, "dagpenge", "meeting", 3, 3).cell(small, "jobparate", "meeting", 30, 3);
    }
    assertThat(mark(made, ALL, "dagpenge")).isEqualTo(Mark.SOLID);
  }

  @Test
  void a_group_that_nobody_was_asked_in_is_not_hidden_but_empty() {
    MadeUpResults made = odense(40, 40, 50);
    assertThat(mark(made, ODENSE, "jobafklaring")).isEqualTo(Mark.NOBODY);
  }

  @Test
  void a_group_that_was_asked_and_did_not_answer_is_hidden_and_protected() {
    MadeUpResults made = odense(40, 40, 50).asked(ODENSE, "jobafklaring", 12, 0);
    assertThat(mark(made, ODENSE, "jobafklaring")).isEqualTo(Mark.HIDDEN);
    assertThat(mark(made, ODENSE, "dagpenge")).isEqualTo(Mark.HIDDEN);
  }

  @Test
  void the_cell_over_all_themes_is_hidden_where_one_theme_is() {
    MadeUpResults made = new MadeUpResults();
    for (String municipality : new String[] {ODENSE, TAARNBY, AARHUS}) {
      for (String group : new String[] {"dagpenge", "jobparate", "sygedagpenge"}) {
        made.cell(municipality, group, "meeting", 8, 3).cell(municipality, group, ALL, 8, 3);
      }
    }
    made.cell(ODENSE, "dagpenge", "goals", 4, 3).cell(ODENSE, "jobparate", "goals", 8, 3);
    Publication publication = Suppression.publish(made.results(), MadeUpResults.LIMIT);
    assertThat(publication.cell(new Coordinates(ODENSE, "dagpenge", "meeting")).mark())
        .isEqualTo(Mark.THIN);
    assertThat(publication.cell(new Coordinates(ODENSE, "dagpenge", ALL)).mark())
        .isEqualTo(Mark.HIDDEN);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 4, HIDDEN",
    "100, 5, THIN",
    "100, 40, SOLID",
    "44, 40, HIDDEN",
    "40, 41, HIDDEN"
  })
  void a_response_rate_tells_neither_who_answered_nor_who_did_not(
      int invited, int responses, Mark mark) {
    MadeUpResults made = new MadeUpResults();
    for (String group : new String[] {"dagpenge", "jobparate", "sygedagpenge"}) {
      made.asked(ODENSE, group, 400, 150).asked(TAARNBY, group, 400, 150);
    }
    made.asked(ODENSE, "jobafklaring", invited, responses).asked(TAARNBY, "jobafklaring", 9, 3);
    assertThat(
            Suppression.publish(made.results(), MadeUpResults.LIMIT)
                .turnout(ODENSE, "jobafklaring")
                .mark())
        .isEqualTo(mark);
  }

  @Test
  void a_total_does_not_tell_that_everybody_answered_in_the_groups_that_are_hidden() {
    Publication publication =
        Suppression.publish(
            new MadeUpResults()
                .asked(ODENSE, "dagpenge", 6, 6)
                .asked(ODENSE, "jobparate", 8, 8)
                .asked(ODENSE, "sygedagpenge", 40, 20)
                .results(),
            MadeUpResults.LIMIT);
    assertThat(publication.turnout(ODENSE, ALL).value()).isEqualTo(new Turnout(54, 34));
    assertThat(publication.turnout(ODENSE, "sygedagpenge").mark()).isEqualTo(Mark.HIDDEN);
  }

  @Test
  void more_answers_than_invitations_do_not_make_up_for_few_who_kept_silent() {
    MadeUpResults made =
        new MadeUpResults()
            .asked(ODENSE, "dagpenge", 20, 16)
            .asked(ODENSE, "jobparate", 20, 18)
            .asked(ODENSE, "sygedagpenge", 40, 20)
            .asked(ODENSE, "jobafklaring", 20, 23);
    assertThat(
            Suppression.publish(made.results(), MadeUpResults.LIMIT)
                .turnout(ODENSE, "sygedagpenge")
                .mark())
        .isEqualTo(Mark.HIDDEN);
  }

  private static MadeUpResults odense(int dagpenge, int jobparate, int sygedagpenge) {
    return new MadeUpResults()
        .cell(ODENSE, "dagpenge", "meeting", dagpenge, 3.5)
        .cell(ODENSE, "jobparate", "meeting", jobparate, 3.5)
        .cell(ODENSE, "sygedagpenge", "meeting", sygedagpenge, 3.5);
  }

  private static Mark mark(MadeUpResults made, String municipality, String group) {
    return Suppression.publish(made.results(), MadeUpResults.LIMIT)
        .cell(new Coordinates(municipality, group, "meeting"))
        .mark();
  }
}
