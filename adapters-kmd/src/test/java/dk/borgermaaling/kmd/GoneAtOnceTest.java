package dk.borgermaaling.kmd;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When those who are missing are believed to be gone, and what is told of them then. */
class GoneAtOnceTest {
  private static final String SUMMER = "2026-08-13T22:00:00Z";
  private static final LocalDate NEW_YEAR_S_EVE = LocalDate.of(2026, 12, 31);

  private final FakeGateway gateway = new FakeGateway();
  private final FakeMomentum momentum = new FakeMomentum();

  @Test
  void when_a_great_part_of_the_municipality_is_gone_at_once_nobody_is() {
    in("6.1", 50);
    in("6.6", 50);
    run();
    leave("6.1", 13);
    leave("6.6", 13);

    assertThat(run()).isZero();
    assertThat(gateway.letters).containsOnlyKeys("citizensearch");
    assertThat(reason("citizensearch")).isEqualTo("many-gone");
  }

  @Test
  void a_code_that_is_answered_with_nothing_ends_no_course_and_the_others_go_on() {
    in("6.1", 270);
    in("6.6", 25);
    run();
    leave("6.6", 25);
    leave("6.1", 1);

    assertThat(run()).isOne();
    assertThat(reason("citizensearch/6.6")).isEqualTo("many-gone");
    assertThat(gateway.letters).containsOnlyKeys("citizensearch/6.6");
    assertThat(run()).as("held back until they are back").isZero();
  }

  @ParameterizedTest
  @CsvSource({"4, 4, 4", "5, 5, 0", "6, 5, 5", "40, 9, 9", "40, 10, 0", "60, 12, 12"})
  void of_a_code_a_few_may_be_gone_at_once_or_a_fifth_but_hardly_all(
      int known, int missing, int ended) {
    in("6.1", 100);
    in("6.6", known);
    run();
    leave("6.6", missing);

    assertThat(run()).isEqualTo(ended);
  }

  @Test
  void when_the_search_answers_again_the_letters_are_settled() {
    in("6.1", 100);
    in("6.6", 24);
    run();
    leave("6.6", 24);
    run();
    assertThat(gateway.letters).isNotEmpty();
    leave("6.1", 100);
    run();
    assertThat(gateway.letters).containsKeys("citizensearch", "citizensearch/6.6");

    in("6.1", 100);
    in("6.6", 24);
    assertThat(run()).isZero();
    assertThat(gateway.letters).isEmpty();
  }

  @Test
  void who_is_remembered_in_a_code_that_is_searched_no_more_is_not_gone_and_counts_in_no_share() {
    in("6.1", 40);
    in("6.7", 60);
    run("6.1", "6.7");
    leave("6.1", 1);

    assertThat(run("6.1")).isOne();
    assertThat(gateway.letters).isEmpty();
    assertThat(last().entityId()).isEqualTo(citizen("6.1", 0));
  }

  @Test
  void who_comes_from_a_code_that_is_searched_no_more_has_changed_group() {
    in("6.7", 1);
    run("6.1", "6.7");
    momentum.in(citizen("6.7", 0), "6701809995", "6.1", "2026-11-22T23:00:00Z");

    assertThat(run("6.1")).isOne();
    assertThat(last().happening()).isInstanceOf(Happening.TargetGroupChanged.class);
  }

  @Test
  void the_end_of_a_code_that_has_left_the_table_is_told_on_its_last_day() {
    in("6.6", 1);
    run();
    gateway.lastDayOfCode.put("6.6", NEW_YEAR_S_EVE);
    gateway.now = Instant.parse("2027-01-04T08:00:00Z");
    leave("6.6", 1);

    assertThat(run()).isOne();
    assertThat(gateway.letters).isEmpty();
    assertThat(last().happening()).isEqualTo(new Happening.CourseEnded(NEW_YEAR_S_EVE));
    assertThat(last().occurredAt()).isEqualTo(Instant.parse("2026-12-31T22:59:59Z"));
    assertThat(last().targetGroup())
        .isEqualTo(new TargetGroupCode("LAB6", "6.6", LocalDate.of(2026, 8, 14)));
    assertThat(run()).isZero();
  }

  @Test
  void a_code_that_left_the_table_long_ago_is_refused_and_set_aside() {
    in("6.6", 1);
    run();
    gateway.lastDayOfCode.put("6.6", NEW_YEAR_S_EVE);
    gateway.now = Instant.parse("2027-02-04T08:00:00Z");
    leave("6.6", 1);

    assertThat(run()).isZero();
    assertThat(reason(citizen("6.6", 0))).isEqualTo("unknown-target-group");
  }

  private void in(String code, int citizens) {
    for (int i = 0; i < citizens; i++) {
      momentum.in(citizen(code, i), "6701809995", code, SUMMER);
    }
  }

  private void leave(String code, int citizens) {
    for (int i = 0; i < citizens; i++) {
      momentum.citizens.remove(citizen(code, i));
    }
  }

  private static String citizen(String code, int number) {
    return "c-" + code.replace('.', '_') + "-" + number;
  }

  private CaseEvent last() {
    return gateway.events.get(gateway.events.size() - 1);
  }

  private String reason(String entity) {
    return Objects.requireNonNull(gateway.letters.get(entity), entity).reason();
  }

  private int run() {
    return run("6.1", "6.6");
  }

  private int run(String... codes) {
    return gateway.feed(FakeGateway.settings(false, codes)).run(FakeGateway.ODENSE, momentum);
  }
}
