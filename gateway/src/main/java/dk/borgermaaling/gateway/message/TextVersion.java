package dk.borgermaaling.gateway.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text on its way from draft to use to its end.
 *
 * @param from Danish civil date, inclusive, from which it is meant to hold
 * @param to first day on which it does not hold; null while it has no end
 * @param note why it is as it is; never about a citizen
 * @param author user name
 * @param draftedAt real time
 */
public record TextVersion(
    UUID id,
    MessageTemplate text,
    State state,
    LocalDate from,
    @Nullable LocalDate to,
    String note,
    String author,
    Instant draftedAt,
    @Nullable Instant proposedAt,
    @Nullable Closing decision,
    @Nullable Closing ending) {
  /** Where it is. */
  public enum State {
    /** Its author alone may change it. */
    DRAFT,
    /** Waits for another person. */
    PROPOSED,
    /** Was confirmed; whether it holds follows from its days. */
    IN_USE,
    REJECTED
  }

  /** Who decided, when (real time), and what they wrote. */
  public record Closing(String by, Instant at, String note) {}

  /** Whether it holds on this day. */
  public boolean holdsOn(LocalDate day) {
    return state == State.IN_USE && new TextInUse(text, from, to).holdsOn(day);
  }

  /** Whether it holds on this day or will later. */
  public boolean holdsFrom(LocalDate day) {
    return state == State.IN_USE && (to == null || (to.isAfter(day) && to.isAfter(from)));
  }

  TextVersion with(State next, @Nullable Instant proposed, @Nullable Closing decided) {
    return new TextVersion(
        id, text, next, from, to, note, author, draftedAt, proposed, decided, ending);
  }

  TextVersion holding(LocalDate newFrom, @Nullable LocalDate newTo, @Nullable Closing ended) {
    return new TextVersion(
        id, text, state, newFrom, newTo, note, author, draftedAt, proposedAt, decision, ended);
  }
}
