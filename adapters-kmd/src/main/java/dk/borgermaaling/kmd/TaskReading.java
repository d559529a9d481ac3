package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of a run that reads the task list: conversations held and taken back. */
record TaskReading(
    FeedMemory memory,
    Differences differences,
    Findings findings,
    CprNumbers cprNumbers,
    Bookmark bookmark) {
  /**
   * Reason of the letter about a task whose change lies ahead; what it tells counts all the same.
   */
  static final String AHEAD = "changed-ahead";

  void read(Momentum momentum) {
    momentum.conversationsChangedSince(bookmark.from(), this::page);
    if (bookmark.leaps()) {
      momentum.conversationsChangedSince(bookmark.from(), this::page);
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
        memory.recall(EventSource.MOMENTUM, differences.municipality(), keys);
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
      findings.letter("tasks", e.problem().type().slug(), "A task has no id or time of change");
      return;
    }
    bookmark.read(changedAt);
    try {
      Optional<ToldConversation> told = told(row, before);
      if (told.filter(conversation -> conversation.heldAt().isAfter(differences.now()))
          .isPresent()) {
        bookmark.unsettled(changedAt);
        return;
      }
      if (bookmark.isAhead(changedAt)) {
        findings.letter(task, AHEAD, "The task's time of change is more than a day ahead");
      } else {
        findings.inOrder(task);
      }
      told.flatMap(conversation -> change(task, before, conversation, changedAt))
          .ifPresent(findings::change);
    } catch (ProblemException e) {
      if (!cprNumbers.goesOnAfter(e.problem())) {
        throw e;
      }
      findings.problem(task, e.problem());
      bookmark.unsettled(changedAt);
    }
  }

  /** A cancelled task is told as it was when it was held: only that it is taken back is new. */
  private static Optional<ToldConversation> told(TaskRow row, @Nullable Entry before) {
    if (row.state() == TaskRow.COMPLETED) {
      return Optional.of(MomentumMapping.conversation(row));
    }
    if (row.state() == TaskRow.CANCELLED && before != null) {
      return Optional.of(ToldConversation.parse(before.state()).cancelled());
    }
    return Optional.empty();
  }

  private Optional<Change> change(
      String task, @Nullable Entry before, ToldConversation told, Instant changedAt) {
    return differences.conversation(
        task, before, told, changedAt, () -> cprNumbers.of(told.citizenId()));
  }
}
