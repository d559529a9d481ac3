package dk.borgermaaling.kmd;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From where the task list is read, so that no conversation is lost and none is told twice. */
class TaskListTest {
  private final FakeGateway gateway = new FakeGateway();
  private final FakeMomentum momentum = new FakeMomentum();

  @BeforeEach
  void a_citizen() {
    momentum.cprNumbers.put("c-1", "6701809995");
  }

  @Test
  void the_first_run_reads_as_far_back_as_an_event_may_be_late() {
    run();

    assertThat(momentum.tasksAskedFrom).isEqualTo(Instant.parse("2026-10-24T08:00:00Z"));
  }

  @Test
  void every_run_reads_the_last_day_before_the_bookmark_again_and_tells_nothing_twice() {
    held("t-1", "2026-11-23T07:10:00Z");
    assertThat(run()).isOne();

    assertThat(run()).isZero();
    assertThat(momentum.tasksAskedFrom).isEqualTo(Instant.parse("2026-11-22T07:10:00Z"));
  }

  @Test
  void a_change_that_was_committed_late_is_read_although_it_is_older_than_the_bookmark() {
    held("t-1", "2026-11-23T07:10:00Z");
    run();
    held("t-2", "2026-11-22T07:30:00Z");

    assertThat(run()).isOne();
    assertThat(told()).containsExactly("t-1", "t-2");
  }

  @Test
  void a_task_that_slips_from_page_to_page_while_the_list_is_read_is_found_in_the_next_run() {
    held("t-1", "2026-11-23T07:10:00Z");
    run();
    held("t-2", "2026-11-23T07:20:00Z");
    held("t-3", "2026-11-23T07:30:00Z");
    momentum.hiddenOnce.add("t-2");
    run();
    assertThat(told()).containsExactly("t-1", "t-3");

    assertThat(run()).isOne();
    assertThat(told()).containsExactly("t-1", "t-3", "t-2");
  }

  @Test
  void a_run_that_goes_further_than_the_next_goes_back_looks_twice() {
    held("t-1", "2026-11-03T07:10:00Z");
    held("t-2", "2026-11-23T07:10:00Z");
    momentum.hiddenOnce.add("t-1");

    assertThat(run()).isEqualTo(2);
    assertThat(momentum.cprQuestions).as("each citizen is asked for once").isOne();
  }

  @Test
  void what_is_late_and_cannot_be_told_does_not_move_the_bookmark_back() {
    held("t-1", "2026-11-23T07:10:00Z");
    run();
    momentum.task("t-2", 1, "2026-11-22T07:00:00Z", "2026-11-22T07:30:00Z", "nobody");
    run();
    run();

    assertThat(momentum.tasksAskedFrom).isEqualTo(Instant.parse("2026-11-22T07:10:00Z"));
  }

  @Test
  void a_conversation_that_cannot_be_told_is_read_again() {
    momentum.task("t-1", 1, "2026-11-20T07:00:00Z", "2026-11-20T07:10:00Z", "nobody");
    held("t-2", "2026-11-23T07:40:00Z");
    assertThat(run()).isOne();
    assertThat(Objects.requireNonNull(gateway.letters.get("t-1")).reason()).isEqualTo("not-found");

    momentum.cprNumbers.put("nobody", "6702809994");
    assertThat(run()).isOne();
    assertThat(momentum.tasksAskedFrom).isEqualTo(Instant.parse("2026-11-19T07:10:00Z"));
    assertThat(gateway.letters).isEmpty();
  }

  @Test
  void a_task_dated_ahead_is_told_and_set_aside_and_no_later_conversation_is_lost() {
    momentum.task("t-1", 1, "2026-11-23T07:00:00Z", "2099-01-01T00:00:00Z", "c-1");
    assertThat(run()).isOne();
    assertThat(Objects.requireNonNull(gateway.letters.get("t-1")).reason())
        .isEqualTo("changed-ahead");

    held("t-2", "2026-11-23T07:30:00Z");
    assertThat(run()).isOne();
    assertThat(momentum.tasksAskedFrom).isEqualTo(Instant.parse("2026-11-22T08:00:00Z"));
    assertThat(told()).containsExactly("t-1", "t-2");

    momentum.task("t-1", 1, "2026-11-23T07:00:00Z", "2026-11-23T07:40:00Z", "c-1");
    assertThat(run()).isZero();
    assertThat(gateway.letters).isEmpty();
  }

  @Test
  void a_task_that_changes_during_the_run_is_in_order() {
    held("t-1", "2026-11-23T07:10:00Z");
    momentum.task("t-2", 1, "2026-11-23T07:50:00Z", "2026-11-23T10:00:00Z", "c-1");

    assertThat(run()).isEqualTo(2);
    assertThat(gateway.letters).isEmpty();
    run();
    assertThat(momentum.tasksAskedFrom).isEqualTo(Instant.parse("2026-11-22T08:00:00Z"));
  }

  @Test
  void a_bookmark_that_lies_ahead_does_not_count() {
    gateway.memory.put(Bookmark.KEY, new FeedMemory.Entry(3, "2099-01-01T00:00:00Z"));
    held("t-1", "2026-11-23T07:10:00Z");

    assertThat(run()).isOne();
    assertThat(gateway.memory.get(Bookmark.KEY))
        .isEqualTo(new FeedMemory.Entry(4, "2026-11-23T07:10:00Z"));
  }

  @Test
  void a_list_that_is_too_long_is_read_in_parts_of_its_time() {
    for (int i = 0; i < 50; i++) {
      held("t-" + i, "2026-11-%02dT%02d:10:00Z".formatted(1 + i % 20, i % 24));
    }
    momentum.mostRows = 3;

    assertThat(run()).isEqualTo(50);
    assertThat(momentum.taskSearches).isGreaterThan(20);
    assertThat(run()).isZero();
  }

  @Test
  void a_list_that_is_too_long_even_from_now_on_is_a_letter_and_the_groups_are_told() {
    momentum.in("c-9", "6709809997", "6.6", "2026-11-20T23:00:00Z");
    momentum.task("t-1", 1, "2026-11-23T07:00:00Z", "2026-11-24T07:00:00Z", "c-1");
    momentum.mostTasks = 0;

    assertThat(run()).isOne();
    assertThat(told()).containsExactly("c-9");
    assertThat(Objects.requireNonNull(gateway.letters.get("tasks")).reason())
        .isEqualTo("task-list-unread");
  }

  @Test
  void a_list_that_breaks_off_stops_no_group_and_is_read_from_the_same_place_again() {
    held("t-1", "2026-11-20T07:10:00Z");
    assertThat(run()).isOne();
    for (int i = 2; i < 9; i++) {
      held("t-" + i, "2026-11-22T0" + i + ":10:00Z");
    }
    momentum.in("c-9", "6709809997", "6.6", "2026-11-20T23:00:00Z");
    momentum.taskPagesUntilItBreaks = 2;
    run();
    assertThat(told()).contains("c-9").doesNotContain("t-8");
    assertThat(Objects.requireNonNull(gateway.letters.get("tasks")).detail())
        .startsWith("The task list was not read to its end: ");
    assertThat(Objects.requireNonNull(gateway.memory.get(Bookmark.KEY)).state())
        .isEqualTo("2026-11-20T07:10:00Z");

    momentum.taskPagesUntilItBreaks = Integer.MAX_VALUE;
    run();
    assertThat(told()).contains("t-8").doesNotHaveDuplicates();
    assertThat(gateway.letters).isEmpty();
  }

  @Test
  void an_id_with_a_cpr_number_in_it_is_none_and_is_written_nowhere() {
    momentum.in("borger-6701809995", "6701809995", "6.6", "2026-08-13T22:00:00Z");
    momentum.task("t-1", 1, "2026-11-23T07:00:00Z", "2026-11-23T07:10:00Z", "borger-6701809995");
    momentum.task("6701809995", 1, "2026-11-23T07:00:00Z", "2026-11-23T07:10:00Z", "c-1");

    assertThat(run()).isZero();
    assertThat(gateway.letters.values())
        .hasSize(3)
        .allSatisfy(letter -> assertThat(letter.toString()).doesNotContain("6701809995"));
    assertThat(gateway.memory.toString()).doesNotContain("6701809995");
  }

  @Test
  void a_task_without_an_id_or_time_of_change_holds_the_bookmark_and_is_named() {
    held("t-1", "2026-11-23T07:10:00Z");
    run();
    held("t-2", "2026-11-23T07:30:00Z");
    momentum.tasks.put(
        "without-id",
        new TaskRow(
            null,
            1,
            1,
            "2026-11-22T07:00:00Z",
            "2026-11-22T07:20:00Z",
            "c-1",
            "CITIZEN",
            "7",
            "VIDEO"));
    momentum.tasks.put(
        "without-time",
        new TaskRow("t-3", 1, 1, "2026-11-22T07:00:00Z", null, "c-1", "CITIZEN", "7", "VIDEO"));

    assertThat(run()).isOne();
    assertThat(Objects.requireNonNull(gateway.letters.get("tasks")).detail())
        .startsWith("A task has no id or time of change: ");
    assertThat(run()).isZero();
    assertThat(momentum.tasksAskedFrom).isEqualTo(Instant.parse("2026-11-22T07:10:00Z"));
    momentum.tasks.remove("without-id");
    momentum.tasks.remove("without-time");
    run();
    assertThat(gateway.letters).isEmpty();
  }

  @Test
  void when_an_operator_wants_everything_the_list_is_read_from_its_start_again() {
    held("t-1", "2026-11-23T07:10:00Z");
    run();
    gateway.wantAll(EventSource.MOMENTUM, FakeGateway.ODENSE, gateway.realNow.plusSeconds(1));
    gateway.realNow = gateway.realNow.plusSeconds(2);

    assertThat(run()).isZero();
    assertThat(momentum.tasksAskedFrom).isEqualTo(Instant.parse("2026-10-24T08:00:00Z"));
    run();
    assertThat(momentum.tasksAskedFrom).isEqualTo(Instant.parse("2026-11-22T07:10:00Z"));
  }

  @Test
  void what_nobody_read_for_longer_than_that_is_read_as_well() {
    held("t-1", "2026-11-23T07:10:00Z");
    run();
    held("t-2", "2026-11-24T07:10:00Z");
    gateway.now = gateway.now.plus(Duration.ofDays(40));
    gateway.wantAll(EventSource.MOMENTUM, FakeGateway.ODENSE, gateway.realNow.plusSeconds(1));
    gateway.realNow = gateway.realNow.plusSeconds(2);

    assertThat(run()).isOne();
    assertThat(momentum.tasksAskedFrom).isEqualTo(Instant.parse("2026-11-22T07:10:00Z"));
    assertThat(told()).containsExactly("t-1", "t-2");
  }

  /** Of c-1, told as soon as it was held. */
  private void held(String task, String changedAt) {
    momentum.task(task, 1, changedAt, changedAt, "c-1");
  }

  private List<String> told() {
    return gateway.events.stream().map(CaseEvent::entityId).toList();
  }

  private int run() {
    return gateway.feed(FakeGateway.settings(true, "6.6")).run(FakeGateway.ODENSE, momentum);
  }
}
