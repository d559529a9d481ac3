package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.survey.ConversationTriggers;
import dk.borgermaaling.gateway.survey.SurveyGroups;
import dk.borgermaaling.gateway.survey.SurveyGroups.Mapping;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what the rules need to know of an event. */
public final class CaseFacts {
  private final CitizenVault vault;
  private final Municipalities municipalities;
  private final SurveyGroups groups;
  private final ConversationTriggers triggers;
  private final InvitationBook invitations;
  private final OptOutRegister optOuts;
  private final boolean replacementNumbersAllowed;

  public CaseFacts(
      CitizenVault vault,
      Municipalities municipalities,
      SurveyGroups groups,
      ConversationTriggers triggers,
      InvitationBook invitations,
      OptOutRegister optOuts,
      boolean replacementNumbersAllowed) {
    this.vault = vault;
    this.municipalities = municipalities;
    this.groups = groups;
    this.triggers = triggers;
    this.invitations = invitations;
    this.optOuts = optOuts;
    this.replacementNumbersAllowed = replacementNumbersAllowed;
  }

  SelectionCase of(StoredCaseEvent event, ProjectedCourse course, boolean superseded) {
    LocalDate on = event.happening().date();
    TargetGroupCode code = groupOf(event, course);
    Mapping mapping = code == null ? new Mapping.Unknown() : map(code, event.happening());
    String surveyGroup =
        mapping instanceof Mapping.Surveyed surveyed ? surveyed.group().id() : null;
    return new SelectionCase(
        event,
        superseded,
        asOf(on, event).map(Municipality::participates).orElse(false),
        triggersSome(event.happening()),
        vault.traitsOf(event.citizen()),
        course,
        optOuts.has(event.municipality(), event.citizen()),
        !(mapping instanceof Mapping.Unknown),
        surveyGroup,
        surveyGroup != null && triggersGroup(event.happening(), surveyGroup),
        code == null ? null : code.startDate(),
        invitations.of(event.citizen()),
        asOf(LocalDate.ofInstant(event.receivedAt(), BusinessClock.DENMARK), event)
            .map(Municipality::quarantineAcrossMunicipalities)
            .orElse(false),
        replacementNumbersAllowed);
  }

  private Optional<Municipality> asOf(LocalDate day, StoredCaseEvent event) {
    return municipalities.byCode(event.municipality(), day);
  }

  private Mapping map(TargetGroupCode code, Happening happening) {
    return happening.leavesGroup()
        ? groups.mapLast(code, happening.date())
        : groups.map(code, happening.date());
  }

  /**
   * The group that the event carries, else the one of the course; a group that ended earlier tells
   * nothing of a conversation, but it is the one whose course ends.
   */
  private static @Nullable TargetGroupCode groupOf(StoredCaseEvent event, ProjectedCourse course) {
    if (event.targetGroup() != null) {
      return event.targetGroup();
    }
    LocalDate ended = course.groupEnded();
    boolean over =
        ended != null
            && ended.isBefore(event.happening().date())
            && !(event.happening() instanceof Happening.CourseEnded);
    return over ? null : course.group();
  }

  private boolean triggersSome(Happening happening) {
    return happening instanceof Happening.CourseEnded
        || (happening instanceof Happening.ConversationHeld held
            && triggers.triggersSome(held.typeId(), held.date()));
  }

  private boolean triggersGroup(Happening happening, String surveyGroup) {
    return happening instanceof Happening.CourseEnded
        || (happening instanceof Happening.ConversationHeld held
            && triggers.triggers(held.typeId(), surveyGroup, held.date()));
  }
}
