package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.Course.ResponsibleActor;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.Happening.ConversationForm;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Fasit's fields mean; translation only. The contract's schema cannot say which fields a type
 * of event needs, so that is said here.
 */
record FasitMapping(MunicipalityCode municipality, FasitTargetGroups.Table targetGroups) {
  private static final int LARGEST_VERSION = 1_000_000;
  private static final int LARGEST_TYPE = 999;
  private static final Map<String, ConversationForm> FORMS =
      Map.of(
          "PERSONLIGT", ConversationForm.IN_PERSON,
          "TELEFON", ConversationForm.TELEPHONE,
          "VIDEO", ConversationForm.VIDEO,
          "BREV", ConversationForm.LETTER);
  private static final Map<String, ResponsibleActor> ACTORS =
      Map.of(
          "KOMMUNE", ResponsibleActor.MUNICIPALITY,
          "AKASSE", ResponsibleActor.UNEMPLOYMENT_FUND,
          "ANDEN_AKTOER", ResponsibleActor.OTHER_ACTOR);

  /**
   * @throws ProblemException {@code MALFORMED} or {@code UNKNOWN_TARGET_GROUP}, about this event
   */
  CaseEvent toCaseEvent(FasitEvent told) {
    Instant occurredAt = Told.instant("occurredAt", told.required(FasitField.OCCURRED_AT));
    LocalDate day = LocalDate.ofInstant(occurredAt, BusinessClock.DENMARK);
    Happening happening = happening(told, day);
    return new CaseEvent(
        told.eventId(),
        EventSource.FASIT,
        municipality,
        told.entityId(),
        version(told),
        told.required(FasitField.CHANGE_TYPE).equals("DELETE"),
        occurredAt,
        new Recipient.Person(new CprNumber(told.required(FasitField.CPR_NUMBER))),
        group(told, day, happening),
        course(told),
        happening,
        formerly(told, happening));
  }

  static int version(FasitEvent told) {
    return Told.number("version", told.required(FasitField.VERSION), LARGEST_VERSION);
  }

  private @Nullable TargetGroupCode group(FasitEvent told, LocalDate day, Happening happening) {
    String id = told.get(FasitField.TARGET_GROUP);
    if (id == null) {
      return null;
    }
    UUID fasitId = UUID.fromString(id);
    FasitTargetGroups.Row row =
        (happening.leavesGroup()
                ? targetGroups.findLast(fasitId, happening.date())
                : targetGroups.find(fasitId, day))
            .orElseThrow(
                () ->
                    new ProblemException(
                        new Problem.Plain(
                            ProblemType.UNKNOWN_TARGET_GROUP,
                            UnknownFasitGroup.sentence(fasitId, happening, day))));
    return new TargetGroupCode(
        row.codeSystem(),
        row.code(),
        Told.date("targetGroupStartDate", told.get(FasitField.TARGET_GROUP_START_DATE)));
  }

  private static Course course(FasitEvent told) {
    String actor = told.get(FasitField.RESPONSIBLE_ACTOR);
    String unit = told.get(FasitField.ORGANISATIONAL_UNIT);
    String start = told.get(FasitField.CASE_START_DATE);
    return new Course(
        start == null ? null : Told.date("caseStartDate", start),
        actor == null ? null : ACTORS.get(actor),
        unit == null ? null : UUID.fromString(unit));
  }

  private static Happening happening(FasitEvent told, LocalDate day) {
    return switch (told.required(FasitField.TYPE)) {
      case "TARGET_GROUP_STARTED" -> new Happening.TargetGroupStarted(groupStart(told));
      case "TARGET_GROUP_CHANGED" -> new Happening.TargetGroupChanged(groupStart(told));
      case "TARGET_GROUP_ENDED" -> new Happening.TargetGroupEnded(day);
      case "CONVERSATION_HELD" ->
          new Happening.ConversationHeld(day, conversationType(told), form(told));
      case "CONVERSATION_CANCELLED" ->
          new Happening.ConversationCancelled(day, conversationType(told), form(told));
      case "COURSE_ENDED" -> new Happening.CourseEnded(courseEnd(told, day));
      case "CITIZEN_DIED" -> new Happening.CitizenDied(day);
      case "CITIZEN_MOVED" -> new Happening.CitizenMoved(day, movedTo(told));
      case "CITIZEN_EXEMPTED" -> new Happening.CitizenExempted(day);
      case "CITIZEN_CPR_CHANGED" -> new Happening.CprChanged(day);
      case "CITIZEN_PROTECTED" -> new Happening.CitizenProtected(day);
      default -> throw Told.malformed("type", "a type of the contract");
    };
  }

  /** There is a former number when the number has changed, another one, and only then. */
  private static @Nullable Recipient formerly(FasitEvent told, Happening happening) {
    String former = told.get(FasitField.FORMER_CPR_NUMBER);
    if ((former != null) != (happening instanceof Happening.CprChanged)) {
      throw Told.malformed("formerCprNumber", "there when the number changes, and only then");
    }
    if (former == null) {
      return null;
    }
    if (former.equals(told.required(FasitField.CPR_NUMBER))) {
      throw Told.malformed("formerCprNumber", "another number than cprNumber");
    }
    return new Recipient.Person(new CprNumber(former));
  }

  private static LocalDate groupStart(FasitEvent told) {
    if (told.get(FasitField.TARGET_GROUP) == null) {
      throw Told.malformed("targetGroup", "present when a target group starts or changes");
    }
    return Told.date("targetGroupStartDate", told.get(FasitField.TARGET_GROUP_START_DATE));
  }

  private static LocalDate courseEnd(FasitEvent told, LocalDate day) {
    String end = told.get(FasitField.CASE_END_DATE);
    return end == null ? day : Told.date("caseEndDate", end);
  }

  private static int conversationType(FasitEvent told) {
    return Told.number(
        "interviewTypeIdentifier", told.get(FasitField.INTERVIEW_TYPE_IDENTIFIER), LARGEST_TYPE);
  }

  private static ConversationForm form(FasitEvent told) {
    String form = told.get(FasitField.INTERVIEW_FORM);
    ConversationForm known = form == null ? null : FORMS.get(form);
    if (known == null) {
      throw Told.malformed("interviewForm", "present with a conversation");
    }
    return known;
  }

  private static @Nullable MunicipalityCode movedTo(FasitEvent told) {
    String to = told.get(FasitField.TO_MUNICIPALITY_CODE);
    return to == null ? null : new MunicipalityCode(to);
  }
}
