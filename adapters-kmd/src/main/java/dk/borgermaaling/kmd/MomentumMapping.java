package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.EventTimes;
import dk.borgermaaling.gateway.caseevent.Happening.ConversationForm;
import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.caseevent.UnknownGroup;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.CprNumbers;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Momentum's fields mean; translation only. What cannot be translated is a {@code MALFORMED}
 * or {@code UNKNOWN_TARGET_GROUP} problem whose text carries no value, never a guess.
 */
final class MomentumMapping {
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z_\\-]{0,79}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

  /** UTC of midnight in summer; in winter that is an hour before it, and nobody knows which day. */
  private static final LocalTime SUMMER_MIDNIGHT = LocalTime.of(22, 0);

  private static final int LARGEST_TYPE = 999;
  private static final Map<String, ConversationForm> FORMS =
      Map.of(
          "PERSONLIGT", ConversationForm.IN_PERSON,
          "TELEFON", ConversationForm.TELEPHONE,
          "VIDEO", ConversationForm.VIDEO,
          "BREV", ConversationForm.LETTER);

  private MomentumMapping() {}

  /**
   * Momentum's own id of a citizen or task, fit to be part of an entity id and of an address: one
   * with somebody's CPR number in it is none.
   */
  static String id(@Nullable String told) {
    if (told == null || !ID.matcher(told).matches() || CprNumbers.areIn(told)) {
      throw malformed("id", "up to 80 letters, digits and hyphens, and no CPR number");
    }
    return told;
  }

  /**
   * The code of the one code system whose table knows it on the group's first day.
   *
   * @param codes what the municipality's own ids and names mean
   * @param known whose tables know a code
   */
  static TargetGroupCode group(CitizenRow row, Codes codes, KnownTargetGroups known) {
    String told = row.targetGroupCode();
    LocalDate start = date("targetGroupStartDate", row.targetGroupStartDate());
    if (told == null) {
      throw malformed("targetGroupCode", "there");
    }
    TargetGroupCode group = known.meant(told, start, start);
    if (group.isUntold()) {
      group = codes.targetGroup(told).map(code -> known.meant(code, start, start)).orElse(group);
    }
    if (group.isUntold()) {
      throw new ProblemException(new UnknownGroup(group, start).problem());
    }
    return group;
  }

  static CprNumber cpr(String told) {
    return new CprNumber(told.replace("-", "").strip());
  }

  /** Who has this number; empty when it is none. */
  static Optional<Recipient> person(String told) {
    try {
      return Optional.of(new Recipient.Person(cpr(told)));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /** What a completed or cancelled interview says. */
  static ToldConversation conversation(TaskRow row, Codes codes) {
    if (!"CITIZEN".equals(row.referenceType())) {
      throw malformed("reference.type", "CITIZEN");
    }
    String missing = missing(row);
    if (!missing.isEmpty()) {
      throw malformed(missing, "there");
    }
    int type = interviewType(row.interviewType(), codes);
    ConversationForm form = FORMS.get(String.valueOf(row.form()));
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

  /** What no public shape of a task has, and a conversation cannot do without. */
  private static String missing(TaskRow row) {
    List<String> missing = new ArrayList<>();
    if (row.heldAt() == null) {
      missing.add("heldAt");
    }
    if (row.interviewType() == null) {
      missing.add("interviewTypeIdentifier");
    }
    if (row.form() == null) {
      missing.add("form");
    }
    return String.join(", ", missing);
  }

  private static int interviewType(@Nullable String told, Codes codes) {
    return Optional.ofNullable(told)
        .flatMap(
            type -> number(type).or(() -> codes.interviewType(type).flatMap(code -> number(code))))
        .filter(type -> type >= 1 && type <= LARGEST_TYPE)
        .orElseThrow(() -> malformed("interviewTypeIdentifier", "a number from 1 to 999"));
  }

  private static Optional<Integer> number(String told) {
    return NUMBER.matcher(told).matches() ? Optional.of(Integer.valueOf(told)) : Optional.empty();
  }

  /**
   * Momentum writes a Danish date as UTC of its midnight: 22:00 in summer, 23:00 in winter.
   * Midnight of UTC, and any other time of the day, lies within one Danish day as well; summer's
   * time in winter does not say which day is meant.
   */
  static LocalDate date(String field, @Nullable String told) {
    Instant instant = instant(field, told);
    LocalDate date = LocalDate.ofInstant(instant, BusinessClock.DENMARK);
    if (LocalTime.ofInstant(instant, ZoneOffset.UTC).equals(SUMMER_MIDNIGHT)
        && !midnight(date).equals(instant)) {
      throw malformed(field, "UTC of Danish midnight");
    }
    return date;
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
