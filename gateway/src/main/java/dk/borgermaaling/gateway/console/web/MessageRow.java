package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.console.TakenBackLog.Marked;
import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.notification.NotificationOverview.FirstMessage;
import dk.borgermaaling.gateway.notification.NotificationState;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A first message in the list.
 *
 * @param resend id by which it may be sent again; empty when it may not
 */
public record MessageRow(
    String planned,
    String state,
    String sent,
    String delivered,
    String reason,
    String takenBack,
    String citizen,
    String resend) {

  static MessageRow of(FirstMessage message, @Nullable Marked takenBack, @Nullable UUID citizen) {
    return new MessageRow(
        DanishFigures.time(message.plannedFor()),
        Words.state(message.state()),
        message.sentAt().map(DanishFigures::time).orElse(""),
        message.deliveredAt().map(DanishFigures::time).orElse(""),
        message.failure().map(failure -> Reasons.failure(failure.reason())).orElse(""),
        TakenBackText.of(takenBack),
        citizen == null ? "" : citizen.toString(),
        mayBeSentAgain(message) ? message.id().value().toString() : "");
  }

  private static boolean mayBeSentAgain(FirstMessage message) {
    return message.state() == NotificationState.UNKNOWN
        && message.failure().stream().noneMatch(why -> why.reason().equals(Failure.SENT_AGAIN));
  }
}
