package dk.borgermaaling.gateway.tables;

import java.time.Duration;

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

  /**
   * What would have come out otherwise within {@link #BACK}.
   *
   * @param now the table as it is
   * @param wouldBe the same table after the change; all other tables stay as they are
   */
  Preview of(TableContent now, TableContent wouldBe);
}
