package dk.borgermaaling.gateway.caseevent.soap;

import dk.borgermaaling.contract.caseevent.Conversation;
import dk.borgermaaling.contract.caseevent.CprNumberChanged;
import dk.borgermaaling.contract.caseevent.Moved;
import dk.borgermaaling.contract.caseevent.OnDate;
import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.HandedIn;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contract's event, valid by the schema, to the feature's own. Translation only. */
final class CaseEventMapping {
  private CaseEventMapping() {}

  /** The event, or what is wrong with it beyond the schema. */
  static HandedIn read(dk.borgermaaling.contract.caseevent.CaseEvent event) {
    try {
      return new HandedIn.Legible(toDomain(event));
    } catch (ProblemException e) {
      return new HandedIn.Illegible(
          UUID.fromString(event.getEventId()),
          new MunicipalityCode(event.getMunicipalityCode()),
          e.problem());
    }
  }

  private static CaseEvent toDomain(dk.borgermaaling.contract.caseevent.CaseEvent event) {
    return new CaseEvent(
        UUID.fromString(event.getEventId()),
        EventSource.valueOf(event.getSource().value()),
        new MunicipalityCode(event.getMunicipalityCode()),
        event.getEntityId(),
        event.getVersion(),
        Boolean.TRUE.equals(event.isWithdrawn()),
        event.getOccurredAt(),
        recipient(event.getRecipient()),
        targetGroup(event.getTargetGroup()),
        course(event.getCourse()),
        happening(event),
        formerly(event.getCprNumberChanged()));
  }

  private static @Nullable Recipient formerly(@Nullable CprNumberChanged changed) {
    return changed == null
        ? null
        : new Recipient.Person(new CprNumber(changed.getFormerCprNumber()));
  }

  private static Recipient recipient(dk.borgermaaling.contract.caseevent.Recipient recipient) {
    String cpr = recipient.getCprNumber();
    return cpr == null
        ? new Recipient.Company(new Cvr(recipient.getCvrNumber()))
        : new Recipient.Person(new CprNumber(cpr));
  }

  private static @Nullable TargetGroupCode targetGroup(
      dk.borgermaaling.contract.caseevent.@Nullable TargetGroup group) {
    return group == null
        ? null
        : new TargetGroupCode(group.getCodeSystem().value(), group.getCode(), group.getStartDate());
  }

  private static Course course(dk.borgermaaling.contract.caseevent.@Nullable Course course) {
    if (course == null) {
      return Course.UNKNOWN;
    }
    var actor = course.getResponsibleActor();
    String unit = course.getOrganisationalUnit();
    return new Course(
        course.getStartDate(),
        actor == null ? null : Course.ResponsibleActor.valueOf(actor.value()),
        unit == null ? null : UUID.fromString(unit));
  }

  private static Happening happening(dk.borgermaaling.contract.caseevent.CaseEvent event) {
    Happening group = targetGroupHappening(event);
    if (group != null) {
      return group;
    }
    Conversation held = event.getConversationHeld();
    if (held != null) {
      return new Happening.ConversationHeld(held.getDate(), held.getTypeId(), form(held));
    }
    Conversation cancelled = event.getConversationCancelled();
    if (cancelled != null) {
      return new Happening.ConversationCancelled(
          cancelled.getDate(), cancelled.getTypeId(), form(cancelled));
    }
    return citizenHappening(event);
  }

  private static @Nullable Happening targetGroupHappening(
      dk.borgermaaling.contract.caseevent.CaseEvent event) {
    OnDate started = event.getTargetGroupStarted();
    OnDate changed = event.getTargetGroupChanged();
    OnDate ended = event.getTargetGroupEnded();
    if ((started != null || changed != null) && event.getTargetGroup() == null) {
      throw malformed("targetGroup", "there when a target group starts or changes");
    }
    if (started != null) {
      return new Happening.TargetGroupStarted(started.getDate());
    }
    if (changed != null) {
      return new Happening.TargetGroupChanged(changed.getDate());
    }
    return ended == null ? null : new Happening.TargetGroupEnded(ended.getDate());
  }

  private static Happening citizenHappening(dk.borgermaaling.contract.caseevent.CaseEvent event) {
    Moved moved = event.getCitizenMoved();
    if (moved != null) {
      String to = moved.getToMunicipalityCode();
      return new Happening.CitizenMoved(
          moved.getDate(), to == null ? null : new MunicipalityCode(to));
    }
    if (event.getCourseEnded() != null) {
      return new Happening.CourseEnded(event.getCourseEnded().getDate());
    }
    if (event.getCitizenDied() != null) {
      return new Happening.CitizenDied(event.getCitizenDied().getDate());
    }
    if (event.getCitizenExempted() != null) {
      return new Happening.CitizenExempted(event.getCitizenExempted().getDate());
    }
    if (event.getCitizenProtected() != null) {
      return new Happening.CitizenProtected(event.getCitizenProtected().getDate());
    }
    if (event.getCprNumberChanged() != null) {
      return new Happening.CprChanged(event.getCprNumberChanged().getDate());
    }
    throw malformed("caseEvent", "one happening");
  }

  private static Happening.ConversationForm form(Conversation conversation) {
    return Happening.ConversationForm.valueOf(conversation.getForm().value());
  }

  private static ProblemException malformed(String field, String expected) {
    return new ProblemException(new Problem.Malformed(field, expected));
  }
}
