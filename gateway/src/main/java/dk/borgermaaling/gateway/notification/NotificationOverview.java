package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the console may see. Of a person only the first message, because a reminder, or its absence,
 * tells who has answered; of reminders only how many were planned, whatever came of them.
 */
public interface NotificationOverview {
  /**
   * First messages of a municipality, the last planned first.
   *
   * @param limit at most this many
   * @param offset how many to skip
   */
  List<FirstMessage> firstMessages(MunicipalityCode municipality, int limit, int offset);

  /** First messages that failed or whose outcome is unknown, the last planned first. */
  List<FirstMessage> troubled(MunicipalityCode municipality, int limit, int offset);

  /** Whether there is a first message with this id. */
  boolean isFirst(NotificationId id);

  /** First messages by state, in every municipality that has any. */
  Map<MunicipalityCode, Map<NotificationState, Long>> firstMessageCounts();

  /**
   * Reminders planned for {@code now} (business time) or earlier, by municipality: sent, not
   * needed, withdrawn or waiting, so that the number says nothing of answers.
   */
  Map<MunicipalityCode, Long> remindersPlanned(Instant now);

  /** One first message. {@code plannedFor} is business time; the other two are real. */
  record FirstMessage(
      NotificationId id,
      InvitationId invitation,
      Instant plannedFor,
      NotificationState state,
      Optional<Instant> sentAt,
      Optional<Instant> deliveredAt,
      Optional<Failure> failure) {}
}
