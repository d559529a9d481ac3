package dk.borgermaaling.gateway.survey;

import java.time.LocalDate;

/**
 * Which held conversations lead to an invitation, by date. {@code typeId} is DFDG's
 * InterviewTypeIdentifier.
 */
public interface ConversationTriggers {
  /** Whether the type triggers for any group at all. */
  boolean triggersSome(int typeId, LocalDate on);

  boolean triggers(int typeId, String surveyGroup, LocalDate on);
}
