package dk.borgermaaling.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.liberty.launcher.WholeSystem;
import dk.borgermaaling.liberty.reference.Answers;
import dk.borgermaaling.liberty.reference.Invited;
import dk.borgermaaling.liberty.reference.Reference;
import dk.borgermaaling.liberty.reference.Story;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Events come in by all three ways; every stage down to the report's cells is what the reference
 * works out.
 */
@ExtendWith(ArquillianExtension.class)
class DemonstrationIT {
  private static final Reference REFERENCE = Reference.of(Story.world());
  private static final Answers ANSWERS = Answers.to(REFERENCE);
  private static WholeSystem system;
  private static Tables tables;

  @BeforeAll
  static void play() {
    system = Played.system();
    tables = new Tables(system);
  }

  @Test
  void every_event_is_stored_once_whichever_way_it_came() {
    Map<String, Long> expected =
        REFERENCE.decisions().stream()
            .collect(Collectors.groupingBy(d -> d.event().town().code(), Collectors.counting()));
    assertThat(
            tables.byName("SELECT municipality_code, count(*) FROM intake.case_event GROUP BY 1"))
        .containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void every_event_has_the_decision_of_the_rules() {
    assertThat(
            tables.byName(
                "SELECT coalesce(reason, outcome), count(*) FROM intake.decision GROUP BY 1"))
        .containsExactlyInAnyOrderEntriesOf(REFERENCE.outcomes());
  }

  @Test
  void every_invitation_is_planned_for_its_municipality_and_group() {
    Map<String, Long> expected =
        REFERENCE.invitations().stream()
            .collect(Collectors.groupingBy(Invited::cell, Collectors.counting()));
    assertThat(
            tables.byName(
                "SELECT municipality_code || '/' || survey_group, count(*) FROM contact.invitation GROUP BY 1"))
        .containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void first_messages_and_reminders_reach_whom_they_should() {
    Map<String, Long> arrived =
        system.mailbox().messages().stream()
            .collect(Collectors.groupingBy(m -> m.getString("step"), Collectors.counting()));
    assertThat(arrived)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "first", (long) ANSWERS.firstDelivered(),
                "reminder-1", (long) ANSWERS.remindersDelivered()));
    assertThat(system.mailbox().steps()).doesNotHaveDuplicates();
    assertThat(
            tables.count(
                "SELECT count(*) FROM contact.notification WHERE step = 'first' AND state = 'DELIVERED'"))
        .isEqualTo(ANSWERS.firstDelivered());
    assertThat(
            tables.count(
                "SELECT count(*) FROM contact.notification WHERE step = 'first' AND state = 'FAILED' AND failure_reason LIKE 'EXEMPT%'"))
        .isEqualTo(ANSWERS.firstRefused());
  }

  @Test
  void the_answers_are_those_that_were_given() {
    assertThat(
            tables.byName(
                "SELECT municipality_code || '/' || survey_group, count(*) FROM answers.response GROUP BY 1"))
        .containsExactlyInAnyOrderEntriesOf(ANSWERS.byCell());
  }

  @Test
  void the_response_rates_are_of_those_whom_the_first_message_reached() {
    String cell = "SELECT municipality_code || '/' || survey_group";
    assertThat(tables.byName(cell + ", invited FROM report.participation"))
        .containsExactlyInAnyOrderEntriesOf(ANSWERS.asked());
    assertThat(tables.byName(cell + ", responses FROM report.response_count"))
        .containsExactlyInAnyOrderEntriesOf(ANSWERS.byCell());
  }

  @Test
  void every_cell_of_the_report_has_the_mean_of_its_answers() {
    Map<String, Long> n = new TreeMap<>();
    Map<String, Long> means = new TreeMap<>();
    ANSWERS
        .cells()
        .forEach(
            (cell, value) -> {
              n.put(cell, value.n());
              means.put(cell, value.nanoMean());
            });
    String cell = "municipality_code || '/' || survey_group || '/' || theme";
    assertThat(tables.byName("SELECT " + cell + ", n FROM report.cell"))
        .containsExactlyInAnyOrderEntriesOf(n);
    assertThat(tables.byName("SELECT " + cell + ", round(mean * 1e9)::bigint FROM report.cell"))
        .containsExactlyInAnyOrderEntriesOf(means);
  }
}
