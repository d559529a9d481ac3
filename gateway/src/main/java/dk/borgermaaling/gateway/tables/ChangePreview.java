package dk.borgermaaling.gateway.tables;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Tells one part of what a change would have changed. Every bean of this type is asked; it reads
 * and changes nothing, and may be asked inside the transaction that confirms the change.
 */
public interface ChangePreview {
  /** How far back is looked, in business time. */
  Duration BACK = Duration.ofDays(30);

  /** Danish heading of this part, and the name that it is stored under. */
  String heading();

  /** Whether this part has anything to say of changes of a table. */
  boolean concerns(String table);

  /** What would have come out otherwise within {@link #BACK}. */
  Preview of(Question question);

  /**
   * A change to look at.
   *
   * @param now the table as it is
   * @param wouldBe the same table after the change; all other tables stay as they are
   * @param broughtForward of a change that only days to come know of: the day on which it has begun
   *     as a whole. What happened lately is then looked at as if all tables had been all the time
   *     what they will be that day, with the change and without it; null of any other change
   */
  record Question(TableContent now, TableContent wouldBe, @Nullable LocalDate broughtForward) {}
}
