package dk.borgermaaling.gateway.caseevent;

import java.time.LocalDate;

/** Whether a code means anything on a day; the feature {@code survey} knows. */
public interface KnownTargetGroups {
  boolean knows(TargetGroupCode code, LocalDate on);

  /** Whether a code means anything on a day or meant anything before it. */
  boolean knewBy(TargetGroupCode code, LocalDate day);
}
