package dk.borgermaaling.kmd;

import org.jspecify.annotations.Nullable;

/**
 * One task (opgave) of a citizen, as Momentum tells it: here the interviews and appointments.
 *
 * @param type 1 Interview, 2 Appointment (KMD's facade of 2020)
 * @param state 1 Completed, 2 Canceled
 * @param heldAt when the conversation was held, UTC
 * @param updatedAt when the task was last changed, UTC
 * @param referenceType {@code CITIZEN} when {@code referenceId} is a citizen
 * @param interviewType DFDG's InterviewTypeIdentifier, or the municipality's own id or name of it
 * @param form PERSONLIGT, TELEFON, VIDEO or BREV
 */
public record TaskRow(
    @Nullable String id,
    int type,
    int state,
    @Nullable String heldAt,
    @Nullable String updatedAt,
    @Nullable String referenceId,
    @Nullable String referenceType,
    @Nullable String interviewType,
    @Nullable String form) {
  /** KMD's facade of 2020, TaskType. */
  public static final int INTERVIEW = 1;

  /** KMD's facade of 2020, TaskType. */
  public static final int APPOINTMENT = 2;

  /** KMD's facade of 2020, TaskState. */
  public static final int COMPLETED = 1;

  /** KMD's facade of 2020, TaskState. */
  public static final int CANCELLED = 2;
}
