package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of a run that reads the task list: conversations held and taken back. */
record TaskReading(Reading run, Bookmark bookmark) {
  /**
   * Reason of the letter about a task whose change lies ahead; what it tells counts all the same.
   */
  static final String AHEAD = "changed-ahead";

  /** Reason of the letter about a list that was not read to its end. */
  static final String UNREAD = "task-list-unread";

  /** Letters about tasks that have no name, and about the list as a whole. */
  static final String TASKS = "tasks";

  void read() {
    run.findings().inOrder(TASKS);
    read(bookmark.from(), null);
    if (bookmark.leaps()) {
      read(bookmark.from(), null);
    }
  }

  /** A list that Momentum does not get through is read in halves of its time, and these again. */
  private void read(Instant from, @Nullable Instant to) {
    try {
      run.momentum().conversationsChanged(from, to, this::page);
    } catch (Momentum.SearchTooLong e) {
      Instant now = run.differences().now();
      if (to == null && !from.isBefore(now)) {
        throw Unanswered.problem(
            "Momentum " + run.differences().municipality(),
            "tasks/citizen: even what changes from now on is too much",
            Duration.ofMinutes(1));
      }
      Instant middle = to == null ? now : from.plus(Duration.between(from, to).dividedBy(2));
      Instant second = middle.truncatedTo(ChronoUnit.SECONDS);
      read(from, second);
      read(second, to);
    }
  }

  private void page(List<TaskRow> rows) {
    List<String> keys =
        rows.stream()
            .map(TaskRow::id)
            .filter(Objects::nonNull)
            .map(id -> Differences.TASKS + id)
            .toList();
    Map<String, Entry> before =
        run.memory().recall(EventSource.MOMENTUM, run.differences().municipality(), keys);
    rows.forEach(row -> take(row, before.get(Differences.TASKS + row.id())));
  }

  private void take(TaskRow row, @Nullable Entry before) {
    if (row.type() != TaskRow.INTERVIEW && row.type() != TaskRow.APPOINTMENT) {
      return;
    }
    try {
      Instant changedAt = MomentumMapping.instant("updatedAt", row.updatedAt());
      try {
        take(row, MomentumMapping.id(row.id()), changedAt, before);
      } catch (ProblemException e) {
        nameless(e, changedAt);
      }
    } catch (ProblemException e) {
      nameless(e, bookmark.from());
    }
  }

  /** Nobody knows which task it is, or when it changed: it must be read again. */
  private void nameless(ProblemException e, Instant changedAt) {
    run.findings()
        .letter(
            TASKS,
            e.problem().type().slug(),
            "A task has no id or time of change: " + e.problem().publicDetail());
    bookmark.unsettled(changedAt);
  }

  private void take(TaskRow row, String task, Instant changedAt, @Nullable Entry before) {
    bookmark.read(changedAt);
    try {
      Optional<ToldConversation> told = told(row, before);
      if (told.filter(conversation -> conversation.heldAt().isAfter(run.differences().now()))
          .isPresent()) {
        bookmark.unsettled(changedAt);
        return;
      }
      if (bookmark.isAhead(changedAt)) {
        run.findings().letter(task, AHEAD, "The task's time of change is more than a day ahead");
      } else {
        run.findings().inOrder(task);
      }
      told.flatMap(conversation -> step(task, before, conversation, changedAt))
          .ifPresent(run.findings()::task);
    } catch (ProblemException e) {
      run.findings().problem(task, e.problem());
      bookmark.unsettled(changedAt);
    }
  }

  private Optional<Step> step(
      String task, @Nullable Entry before, ToldConversation told, Instant changedAt) {
    return run.differences()
        .conversation(task, before, told)
        .map(
            change ->
                new Step(
                    change.occurredAt(),
                    change.citizen(),
                    task,
                    change.key(),
                    changedAt,
                    entry -> run.differences().conversation(task, entry, told)));
  }

  /** A cancelled task is told as it was when it was held: only that it is taken back is new. */
  private Optional<ToldConversation> told(TaskRow row, @Nullable Entry before) {
    if (row.state() == TaskRow.COMPLETED) {
      return Optional.of(MomentumMapping.conversation(row, run.codes()));
    }
    if (row.state() == TaskRow.CANCELLED && before != null) {
      return Optional.of(ToldConversation.parse(before.state()).cancelled());
    }
    return Optional.empty();
  }
}
