package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened. All dates are Danish civil dates. */
public sealed interface Happening {
  /** The day it happened. */
  LocalDate date();

  /**
   * Whether the group told with it is one that the citizen has left. Its code is then read as it
   * was last meant, on that day or before: a code that the act no longer has still ends.
   */
  default boolean leavesGroup() {
    return false;
  }

  /** The citizen came into the target group that the event carries. */
  record TargetGroupStarted(LocalDate date) implements Happening {}

  /** The citizen went from one target group to the one that the event carries. */
  record TargetGroupChanged(LocalDate date) implements Happening {}

  /** The citizen left the target group; {@code date} is the last day in it. */
  record TargetGroupEnded(LocalDate date) implements Happening {
    @Override
    public boolean leavesGroup() {
      return true;
    }
  }

  /** A conversation (samtale) was held. {@code typeId} is DFDG's InterviewTypeIdentifier. */
  record ConversationHeld(LocalDate date, int typeId, ConversationForm form) implements Happening {}

  /** A conversation that was told of as held was not held after all. */
  record ConversationCancelled(LocalDate date, int typeId, ConversationForm form)
      implements Happening {}

  /** The course (forløb) ended. */
  record CourseEnded(LocalDate date) implements Happening {
    @Override
    public boolean leavesGroup() {
      return true;
    }
  }

  record CitizenDied(LocalDate date) implements Happening {}

  /** The citizen moved to another municipality, or abroad when none is named. */
  record CitizenMoved(LocalDate date, @Nullable MunicipalityCode to) implements Happening {}

  /** The case system exempts the citizen from being contacted. */
  record CitizenExempted(LocalDate date) implements Happening {}

  /** The citizen has another CPR number now; the event carries both, see {@link CaseEvent}. */
  record CprChanged(LocalDate date) implements Happening {}

  /** The citizen's name and address are protected (navne- og adressebeskyttelse, CPR act § 28). */
  record CitizenProtected(LocalDate date) implements Happening {}

  /** How the conversation was held: personligt, telefon, video, brev. */
  enum ConversationForm {
    IN_PERSON,
    TELEPHONE,
    VIDEO,
    LETTER
  }
}
