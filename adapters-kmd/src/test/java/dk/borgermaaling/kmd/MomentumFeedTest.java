package dk.borgermaaling.kmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.Happening.ConversationForm;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentumFeedTest {
  private static final String SUMMER = "2026-08-13T22:00:00Z";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final FakeGateway gateway = new FakeGateway();
  private final FakeMomentum momentum = new FakeMomentum();

  @Test
  void everybody_of_the_first_run_has_come_into_the_group_when_momentum_says() {
    momentum.in("c-1", "6701809995", "6.6", SUMMER);

    run();

    CaseEvent event = only();
    assertThat(event.entityId()).isEqualTo("c-1");
    assertThat(event.version()).isEqualTo(1);
    assertThat(event.occurredAt()).isEqualTo(Instant.parse(SUMMER));
    assertThat(event.recipient()).isEqualTo(new Recipient.Person(new CprNumber("6701809995")));
    assertThat(event.targetGroup())
        .isEqualTo(new TargetGroupCode("LAB6", "6.6", LocalDate.of(2026, 8, 14)));
    assertThat(event.happening())
        .isEqualTo(new Happening.TargetGroupStarted(LocalDate.of(2026, 8, 14)));
    assertThat(momentum.cprQuestions).isZero();
  }

  @Test
  void the_same_poll_twice_gives_no_event() {
    twoCitizensAndAConversation();
    run();
    int events = gateway.events.size();

    assertThat(run()).isZero();
    assertThat(gateway.events).hasSize(events);
  }

  @Test
  void another_code_or_start_is_a_changed_group() {
    momentum.in("c-1", "6701809995", "6.6", SUMMER);
    run();
    momentum.in("c-1", "6701809995", "6.7", "2026-11-21T23:00:00Z");
    run();
    momentum.in("c-1", "6701809995", "6.7", "2026-11-20T23:00:00Z");
    run();

    assertThat(gateway.events)
        .extracting(CaseEvent::version, CaseEvent::happening)
        .containsExactly(
            tuple(1, new Happening.TargetGroupStarted(LocalDate.of(2026, 8, 14))),
            tuple(2, new Happening.TargetGroupChanged(LocalDate.of(2026, 11, 22))),
            tuple(3, new Happening.TargetGroupChanged(LocalDate.of(2026, 11, 21))));
    assertThat(gateway.events.get(2).occurredAt())
        .as("never older than the event before it")
        .isEqualTo(gateway.events.get(1).occurredAt());
  }

  @Test
  void gone_from_every_search_means_that_the_course_has_ended() {
    momentum.in("c-1", "6701809995", "6.6", SUMMER);
    run();
    momentum.citizens.clear();
    gateway.now = Instant.parse("2026-11-24T08:00:00Z");
    run();

    CaseEvent ended = gateway.events.get(1);
    assertThat(ended.happening()).isEqualTo(new Happening.CourseEnded(TODAY.plusDays(1)));
    assertThat(ended.occurredAt()).isEqualTo(gateway.now);
    assertThat(ended.version()).isEqualTo(2);
    assertThat(ended.targetGroup())
        .isEqualTo(new TargetGroupCode("LAB6", "6.6", LocalDate.of(2026, 8, 14)));
    assertThat(ended.recipient()).isEqualTo(new Recipient.Person(new CprNumber("6701809995")));
    assertThat(momentum.cprQuestions).as("Momentum may know the citizen no more").isZero();
    assertThat(run()).isZero();
  }

  @Test
  void who_comes_back_has_started_again() {
    momentum.in("c-1", "6701809995", "6.6", SUMMER);
    run();
    momentum.citizens.clear();
    run();
    momentum.in("c-1", "6701809995", "6.6", SUMMER);
    run();

    CaseEvent again = gateway.events.get(2);
    assertThat(again.happening()).isInstanceOf(Happening.TargetGroupStarted.class);
    assertThat(again.version()).isEqualTo(3);
    assertThat(again.occurredAt()).isEqualTo(gateway.events.get(1).occurredAt());
  }

  @Test
  void who_slips_through_one_search_only_is_not_gone() {
    momentum.in("c-1", "6701809995", "6.6", SUMMER);
    run();
    momentum.hiddenOnce.add("c-1");

    assertThat(run()).isZero();
  }

  @Test
  void who_slips_through_both_looks_is_not_gone_while_the_search_of_the_day_still_finds_him() {
    momentum.in("c-1", "6701809995", "6.6", SUMMER);
    run();
    momentum.hiddenInLooks.add("c-1");

    assertThat(run()).isZero();
    assertThat(momentum.spans)
        .contains(new Span(LocalDate.of(2026, 8, 14), LocalDate.of(2026, 8, 15)));
  }

  @Test
  void a_broken_run_changes_nothing_and_ends_nobodys_course() {
    twoCitizensAndAConversation();
    run();
    momentum.citizens.remove("c-1");
    momentum.in("c-3", "6703809993", "6.1", SUMMER);
    var before = gateway.memory;
    for (int pages = 0; pages < 5; pages++) {
      momentum.pagesUntilItBreaks = pages;
      assertThatThrownBy(this::run).isInstanceOf(ProblemException.class);
      assertThat(gateway.memory).isEqualTo(before);
    }
    momentum.pagesUntilItBreaks = Integer.MAX_VALUE;
    assertThat(run()).isEqualTo(2);
  }

  @Test
  void a_group_that_starts_tomorrow_is_told_tomorrow() {
    momentum.in("c-1", "6701809995", "6.6", "2026-11-23T23:00:00Z");
    assertThat(run()).isZero();

    gateway.now = Instant.parse("2026-11-23T23:00:01Z");
    assertThat(run()).isOne();
  }

  @Test
  void an_unknown_group_waits_as_a_dead_letter_until_the_table_is_mended() {
    gateway.unknownCodes.add("6.6");
    momentum.in("c-1", "6701809995", "6.6", SUMMER);
    momentum.in("c-2", "6702809994", "6.1", SUMMER);
    assertThat(run()).isOne();
    assertThat(reason("c-1")).isEqualTo("unknown-target-group");

    gateway.unknownCodes.clear();
    assertThat(run()).isOne();
    assertThat(gateway.letters).isEmpty();
  }

  @Test
  void whose_new_code_nobody_knew_and_who_is_gone_leaves_no_letter() {
    momentum.in("c-1", "6701809995", "6.6", SUMMER);
    run();
    gateway.unknownCodes.add("6.7");
    momentum.in("c-1", "6701809995", "6.7", SUMMER);
    run();
    assertThat(gateway.letters).containsOnlyKeys("c-1");
    momentum.citizens.clear();
    run();

    assertThat(gateway.events.get(1).happening()).isEqualTo(new Happening.CourseEnded(TODAY));
    assertThat(gateway.letters).isEmpty();
  }

  @Test
  void a_row_that_cannot_be_read_is_set_aside_and_its_citizen_is_not_gone() {
    momentum.in("c-1", "6701809995", "6.6", SUMMER);
    momentum.in("c-2", "6702809994", "6.6", SUMMER);
    run();
    momentum.in("c-1", "6701809995", "6.6", "soon");

    assertThat(run()).isZero();
    assertThat(reason("c-1")).isEqualTo("malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z",
        "-0044-03-15T00:00:00Z",
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59Z"
      })
  void times_that_nobody_can_use_are_set_aside_and_the_others_go_on(String told) {
    momentum.in("c-1", "6701809995", "6.6", told);
    momentum.in("c-2", "6702809994", "6.6", SUMMER);
    momentum.task("t-1", 1, told, "2026-11-23T07:10:00Z", "c-2");
    momentum.task("t-2", 1, "2026-11-23T07:00:00Z", "2026-11-23T07:10:00Z", "c-2");

    assertThat(run()).isEqualTo(2);
    assertThat(reason("c-1")).isEqualTo("malformed");
    assertThat(reason("t-1")).isEqualTo("malformed");
  }

  @Test
  void a_held_conversation_is_told_once_and_taken_back_as_a_higher_version() {
    twoCitizensAndAConversation();
    run();
    momentum.task("t-1", 2, "", "2026-11-23T07:50:00Z", "c-1");
    run();

    assertThat(gateway.events.stream().filter(e -> e.entityId().equals("t-1")))
        .extracting(CaseEvent::version, CaseEvent::happening, CaseEvent::occurredAt)
        .containsExactly(
            tuple(
                1,
                new Happening.ConversationHeld(TODAY, 7, ConversationForm.IN_PERSON),
                Instant.parse("2026-11-23T07:00:00Z")),
            tuple(
                2,
                new Happening.ConversationCancelled(TODAY, 7, ConversationForm.IN_PERSON),
                Instant.parse("2026-11-23T07:00:00Z")));
    assertThat(run()).as("taken back once").isZero();
  }

  @Test
  void a_conversation_that_never_was_told_is_not_taken_back() {
    momentum.task("t-1", 2, "2026-11-23T07:00:00Z", "2026-11-23T07:10:00Z", "c-1");

    assertThat(run()).isZero();
  }

  @Test
  void without_the_setting_no_task_is_read() {
    twoCitizensAndAConversation();

    assertThat(feed(false).run(FakeGateway.ODENSE, momentum)).isEqualTo(2);
  }

  @Test
  void events_are_handed_in_oldest_first() {
    twoCitizensAndAConversation();
    run();

    assertThat(gateway.events).extracting(CaseEvent::occurredAt).isSorted();
  }

  @Test
  void a_kill_between_two_transactions_loses_nothing_and_doubles_nothing() {
    for (int i = 0; i < 1200; i++) {
      momentum.in("c-" + i, "6701809995", "6.6", SUMMER);
    }
    gateway.killAfterTransactions = 1;
    assertThatThrownBy(this::run).isInstanceOf(IllegalStateException.class);
    assertThat(gateway.events).hasSize(HandingIn.CHUNK);

    gateway.killAfterTransactions = Integer.MAX_VALUE;
    assertThat(run()).isEqualTo(700);
    assertThat(gateway.events).extracting(CaseEvent::eventId).doesNotHaveDuplicates();
  }

  @Test
  void a_municipality_without_an_agreement_is_not_read() {
    gateway.participates = false;
    momentum.pagesUntilItBreaks = 0;

    assertThatThrownBy(this::run).hasMessage("The municipality has no service agreement");
  }

  private void twoCitizensAndAConversation() {
    momentum.in("c-1", "6701809995", "6.6", SUMMER);
    momentum.in("c-2", "6702809994", "6.1", "2026-10-01T22:00:00Z");
    momentum.task("t-1", 1, "2026-11-23T07:00:00Z", "2026-11-23T07:10:00Z", "c-1");
  }

  private String reason(String entity) {
    return Objects.requireNonNull(gateway.letters.get(entity), entity).reason();
  }

  private CaseEvent only() {
    assertThat(gateway.events).hasSize(1);
    return gateway.events.get(0);
  }

  private int run() {
    return feed(true).run(FakeGateway.ODENSE, momentum);
  }

  private MomentumFeed feed(boolean taskFeed) {
    return gateway.feed(FakeGateway.settings(taskFeed, "6.1", "6.6", "6.7"));
  }
}
