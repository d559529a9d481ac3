package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.invitation.Channels;
import dk.borgermaaling.gateway.invitation.PlanRules;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.notification.PlanView;
import dk.borgermaaling.gateway.notification.PlanView.PlannedRow;
import dk.borgermaaling.gateway.reporting.web.Choice;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A step of a plan as it is shown.
 *
 * @param at as the field of a form takes it, Danish civil time
 * @param open whether it can be changed
 * @param reminder whether it can be taken out
 */
public record PlanRow(
    String step,
    String name,
    String planned,
    String window,
    String channels,
    String edited,
    boolean takenOut,
    String at,
    List<Choice> choices,
    boolean open,
    boolean reminder) {
  private static final DateTimeFormatter FIELD =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT)
          .withZone(BusinessClock.DENMARK);
  private static final Locale DANISH = Locale.forLanguageTag("da");

  static PlanRow of(PlanView plan, PlannedRow row, Instant now) {
    PlanView.Edit edit = row.edit();
    return new PlanRow(
        row.step().name(),
        PlanRules.nameOf(row.step()),
        DanishFigures.time(row.plannedFor()),
        window(row),
        Channels.shown(row.channels()),
        edit == null
            ? ""
            : "%s: %s (%s)".formatted(DanishFigures.time(edit.at()), edit.reason(), edit.by()),
        row.takenOut(),
        FIELD.format(row.plannedFor()),
        Channels.choices().stream()
            .filter(choice -> Channels.problemsOf(row.step(), choice).isEmpty())
            .map(
                choice ->
                    new Choice(
                        Channels.text(choice),
                        Channels.shown(choice),
                        choice.equals(row.channels())))
            .toList(),
        plan.isOpen(row, now),
        row.step().isReminder());
  }

  private static String window(PlannedRow row) {
    String days =
        row.window().days().stream().sorted().map(PlanRow::name).collect(Collectors.joining(", "));
    return "%s kl. %d–%d".formatted(days, row.window().opens(), row.window().closes());
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, DANISH);
  }
}
