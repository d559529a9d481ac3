package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.console.TakenBackLog.Marked;
import dk.borgermaaling.gateway.notification.NotificationOverview.FirstMessage;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A first message in the list. */
public record MessageRow(
    String planned,
    String state,
    String sent,
    String delivered,
    String reason,
    String takenBack,
    String citizen) {

  static MessageRow of(FirstMessage message, @Nullable Marked takenBack, @Nullable UUID citizen) {
    return new MessageRow(
        DanishFigures.time(message.plannedFor()),
        Words.state(message.state()),
        message.sentAt().map(DanishFigures::time).orElse(""),
        message.deliveredAt().map(DanishFigures::time).orElse(""),
        message.failure().map(failure -> Reasons.failure(failure.reason())).orElse(""),
        TakenBackText.of(takenBack),
        citizen == null ? "" : citizen.toString());
  }
}
