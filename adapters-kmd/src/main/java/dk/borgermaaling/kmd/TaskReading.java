package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.time.Instant;
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

  void read() {
    run.momentum().conversationsChangedSince(bookmark.from(), this::page);
    if (bookmark.leaps()) {
      run.momentum().conversationsChangedSince(bookmark.from(), this::page);
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
    String task;
    Instant changedAt;
    try {
      task = MomentumMapping.id(row.id());
      changedAt = MomentumMapping.instant("updatedAt", row.updatedAt());
    } catch (ProblemException e) {
      run.findings()
          .letter("tasks", e.problem().type().slug(), "A task has no id or time of change");
      return;
    }
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
