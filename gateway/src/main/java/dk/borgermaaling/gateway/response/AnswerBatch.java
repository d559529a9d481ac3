package dk.borgermaaling.gateway.response;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.response.WaitingAnswers.Waiting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens the buffer, writes what was in it shuffled, and empties it, in one transaction of its own.
 * A crash at any point leaves the buffer as it was; a second node finds its turn taken.
 */
public final class AnswerBatch {
  /** Rows that one transaction takes; the rest waits for the next turn. */
  static final int MOST = 2000;

  private final WaitingAnswers waiting;
  private final SealOpener opener;
  private final Transactions transactions;
  private final BusinessClock clock;
  private final BatchSettings settings;

  /** {@code transactions} are those of the role for answers. */
  public AnswerBatch(
      WaitingAnswers waiting,
      SealOpener opener,
      Transactions transactions,
      BusinessClock clock,
      BatchSettings settings) {
    this.waiting = waiting;
    this.opener = opener;
    this.transactions = transactions;
    this.clock = clock;
    this.settings = settings;
  }

  /** What a run did. {@code unreadable} rows need a person: a key is missing. */
  public record Result(int written, int unreadable) {}

  public Result run() {
    LocalDate today = clock.today();
    return transactions.inOne(
        () ->
            waiting.takeTurn() && isDue(waiting.waiting(), today)
                ? write(waiting.read(MOST))
                : new Result(0, 0));
  }

  private boolean isDue(Waiting now, LocalDate today) {
    return now.count() >= settings.minimum()
        || now.oldest()
            .filter(oldest -> !oldest.plusDays(settings.longestWait().toDays()).isAfter(today))
            .isPresent();
  }

  private Result write(List<SealedRow> rows) {
    List<Answer> answers = new ArrayList<>();
    List<SealedRow> unreadable = new ArrayList<>();
    for (SealedRow row : rows) {
      Optional<Answer> answer = opener.open(row.sealed());
      answer.ifPresentOrElse(answers::add, () -> unreadable.add(row));
    }
    waiting.write(answers);
    waiting.setAside(unreadable);
    waiting.delete(rows);
    return new Result(answers.size(), unreadable.size());
  }
}
