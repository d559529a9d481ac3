package dk.borgermaaling.gateway.message.web;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.message.FilledText;
import dk.borgermaaling.gateway.message.Finding;
import dk.borgermaaling.gateway.message.MessageTemplate;
import dk.borgermaaling.gateway.message.Part;
import dk.borgermaaling.gateway.message.Placeholder;
import dk.borgermaaling.gateway.message.TextVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the templates of texts are given. */
public final class TextViews {
  private TextViews() {}

  /** A line of the list. */
  public record Entry(
      String id,
      String name,
      String place,
      String round,
      String group,
      String step,
      String channel,
      String state,
      String period,
      String author) {}

  /**
   * A part as it was written.
   *
   * @param findings what is wrong with it, beside it
   * @param many whether it has more than one line
   */
  public record Field(
      String name,
      String label,
      String hint,
      String value,
      int longest,
      boolean many,
      List<String> findings) {}

  /** A part that is otherwise in the text that is in use. */
  public record Change(String label, List<LineDiff.Line> lines) {}

  /** A placeholder that a text may have. */
  public record Open(String written, String danish, boolean duty) {}

  /**
   * What would be sent.
   *
   * @param html blocks that {@code Body} has made of escaped text; the page adds nothing to them
   */
  public record Preview(
      boolean digital,
      boolean sms,
      String subject,
      String notification,
      int notificationLength,
      String fileName,
      String actionLabel,
      String html,
      String smsText,
      int smsLength) {
    static Preview of(FilledText text) {
      String notification = text.line(Part.NOTIFICATION);
      String sms = text.line(Part.SMS);
      return new Preview(
          text.channel() == Channel.DIGITAL_POST,
          text.channel() == Channel.NEMSMS,
          text.subject(),
          notification,
          notification.length(),
          text.line(Part.FILE_NAME),
          text.line(Part.ACTION_LABEL),
          text.body().fragment(4),
          sms,
          sms.length());
    }
  }

  /** A step in the life of a version. */
  public record Event(String when, String what, String by, String note) {}

  static List<Field> fields(MessageTemplate text, List<Finding> findings) {
    return parts(text.channel())
        .map(
            part ->
                new Field(
                    field(part),
                    part.danish(),
                    part.hint(),
                    text.part(part),
                    part.longest(),
                    part == Part.BODY,
                    findings.stream()
                        .filter(finding -> finding.part() == part)
                        .map(TextViews::shown)
                        .toList()))
        .toList();
  }

  /** Findings about the text as a whole. */
  static List<String> general(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.part() == null)
        .map(TextViews::shown)
        .toList();
  }

  static String shown(Finding finding) {
    String place =
        finding.line() == 0
            ? ""
            : "Linje %d, tegn %d: ".formatted(finding.line(), finding.column());
    return place + finding.text();
  }

  static String field(Part part) {
    return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Stream<Part> parts(Channel channel) {
    return Arrays.stream(Part.values()).filter(part -> part.isIn(channel));
  }

  static List<Change> changes(MessageTemplate before, MessageTemplate after) {
    return parts(after.channel())
        .filter(part -> !before.part(part).equals(after.part(part)))
        .map(part -> new Change(part.danish(), LineDiff.of(before.part(part), after.part(part))))
        .toList();
  }

  static List<Open> placeholders(Channel channel) {
    Part widest = Part.BODY.isIn(channel) ? Part.BODY : Part.SMS;
    return Placeholder.allowedIn(widest, channel).stream()
        .sorted(Comparator.comparing(Placeholder::isDuty))
        .map(one -> new Open(one.written(), one.danish(), one.isDuty()))
        .toList();
  }

  static List<Event> events(TextVersion version, LocalDate today) {
    List<Event> events = new ArrayList<>();
    events.add(new Event(TextWords.time(version.draftedAt()), "Skrevet", version.author(), ""));
    if (version.proposedAt() != null) {
      events.add(
          new Event(
              TextWords.time(version.proposedAt()), "Foreslået", version.author(), version.note()));
    }
    TextVersion.Closing decision = version.decision();
    if (decision != null) {
      events.add(
          new Event(
              TextWords.time(decision.at()),
              version.state() == TextVersion.State.REJECTED ? "Afvist" : "Bekræftet",
              decision.by(),
              decision.note()));
    }
    TextVersion.Closing ending = version.ending();
    if (ending != null) {
      events.add(
          new Event(TextWords.time(ending.at()), "Taget ud af brug", ending.by(), ending.note()));
    } else if (version.state() == TextVersion.State.IN_USE && !version.holdsFrom(today)) {
      events.add(new Event("", "Afløst af en nyere tekst", "", ""));
    }
    return List.copyOf(events);
  }
}
