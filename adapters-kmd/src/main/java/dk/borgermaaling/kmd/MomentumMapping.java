package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.EventTimes;
import dk.borgermaaling.gateway.caseevent.Happening.ConversationForm;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Momentum's fields mean; translation only. What cannot be translated is a {@code MALFORMED}
 * or {@code UNKNOWN_TARGET_GROUP} problem whose text carries no value, never a guess.
 */
final class MomentumMapping {
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z_\\-]{0,79}");
  private static final Pattern LAB6 = Pattern.compile("6\\.[0-9]{1,2}");
  private static final Pattern LAB2 = Pattern.compile("2\\.[0-9]{1,2}");
  private static final int LARGEST_TYPE = 999;
  private static final Map<String, ConversationForm> FORMS =
      Map.of(
          "PERSONLIGT", ConversationForm.IN_PERSON,
          "TELEFON", ConversationForm.TELEPHONE,
          "VIDEO", ConversationForm.VIDEO,
          "BREV", ConversationForm.LETTER);

  private MomentumMapping() {}

  /** Momentum's own id of a citizen or task, fit to be part of an entity id. */
  static String id(@Nullable String told) {
    if (told == null || !ID.matcher(told).matches()) {
      throw malformed("id", "up to 80 letters, digits and hyphens");
    }
    return told;
  }

  /** A code outside the two code systems, for example INT-KP, has no meaning here. */
  static TargetGroupCode group(CitizenRow row) {
    String code = row.targetGroupCode() == null ? "" : row.targetGroupCode();
    LocalDate start = date("targetGroupStartDate", row.targetGroupStartDate());
    if (LAB6.matcher(code).matches()) {
      return new TargetGroupCode("LAB6", code, start);
    }
    if (LAB2.matcher(code).matches()) {
      return new TargetGroupCode("LAB2", code, start);
    }
    throw new ProblemException(
        new Problem.Plain(
            ProblemType.UNKNOWN_TARGET_GROUP, "The target group code is of no known code system"));
  }

  static CprNumber cpr(String told) {
    return new CprNumber(told.replace("-", "").strip());
  }

  /** What a completed or cancelled interview says. */
  static ToldConversation conversation(TaskRow row) {
    if (!"CITIZEN".equals(row.referenceType())) {
      throw malformed("reference.type", "CITIZEN");
    }
    Integer type = row.interviewType();
    if (type == null || type < 1 || type > LARGEST_TYPE) {
      throw malformed("interviewTypeIdentifier", "a number from 1 to 999");
    }
    ConversationForm form = FORMS.get(row.form() == null ? "" : row.form());
    if (form == null) {
      throw malformed("form", "one of PERSONLIGT, TELEFON, VIDEO, BREV");
    }
    return new ToldConversation(
        row.state() == TaskRow.COMPLETED,
        instant("heldAt", row.heldAt()),
        type,
        form,
        id(row.referenceId()));
  }

  /** Momentum writes a Danish date as UTC of its midnight: 22:00 in summer, 23:00 in winter. */
  static LocalDate date(String field, @Nullable String told) {
    return LocalDate.ofInstant(instant(field, told), BusinessClock.DENMARK);
  }

  /** Within the times of an event, so that it has a Danish date. */
  static Instant instant(String field, @Nullable String told) {
    Instant instant;
    try {
      instant = Instant.parse(told == null ? "" : told);
    } catch (DateTimeException e) {
      throw malformed(field, "a UTC date and time");
    }
    if (!EventTimes.hold(instant)) {
      throw new ProblemException(EventTimes.outside(field));
    }
    return instant;
  }

  /** The first instant of a Danish day. */
  static Instant midnight(LocalDate date) {
    return date.atStartOfDay(BusinessClock.DENMARK).toInstant();
  }

  private static ProblemException malformed(String field, String expected) {
    return new ProblemException(new Problem.Malformed(field, expected));
  }
}
