package dk.borgermaaling.simulators.caller;

import dk.borgermaaling.contract.caseevent.CaseEvent;
import dk.borgermaaling.contract.caseevent.CodeSystem;
import dk.borgermaaling.contract.caseevent.Conversation;
import dk.borgermaaling.contract.caseevent.ConversationForm;
import dk.borgermaaling.contract.caseevent.Course;
import dk.borgermaaling.contract.caseevent.Moved;
import dk.borgermaaling.contract.caseevent.OnDate;
import dk.borgermaaling.contract.caseevent.Recipient;
import dk.borgermaaling.contract.caseevent.ResponsibleActor;
import dk.borgermaaling.contract.caseevent.Source;
import dk.borgermaaling.contract.caseevent.TargetGroup;
import dk.borgermaaling.simulators.world.StoryEvent;
import java.time.LocalDate;
import java.util.Objects;

/** The story's events in the contract {@code case-event/1}. */
public final class CaseEventMessages {
  private CaseEventMessages() {}

  /** Public so that tests can send what the story does not hold, changed at will. */
  public static CaseEvent of(StoryEvent e) {
    CaseEvent event = new CaseEvent();
    event.setEventId(e.eventId().toString());
    event.setSource(Source.OTHER);
    event.setMunicipalityCode(e.town().code());
    event.setEntityId(e.entityId().toString());
    event.setVersion(e.version());
    event.setWithdrawn(e.withdrawn() ? true : null);
    event.setOccurredAt(e.occurredAt());
    Recipient recipient = new Recipient();
    if (e.citizen().isPresent()) {
      recipient.setCprNumber(e.recipient());
    } else {
      recipient.setCvrNumber(e.recipient());
    }
    event.setRecipient(recipient);
    StoryEvent.Group group = e.group();
    if (group != null) {
      event.setTargetGroup(targetGroup(group));
    }
    if (e.details().courseStart() != null) {
      event.setCourse(course(e.details()));
    }
    happening(e, event);
    return event;
  }

  private static TargetGroup targetGroup(StoryEvent.Group group) {
    TargetGroup told = new TargetGroup();
    told.setCodeSystem(CodeSystem.LAB_6);
    told.setCode(group.code());
    told.setStartDate(group.since());
    return told;
  }

  private static Course course(StoryEvent.Details details) {
    Course course = new Course();
    course.setStartDate(details.courseStart());
    StoryEvent.Actor actor = details.responsibleActor();
    if (actor != null) {
      course.setResponsibleActor(ResponsibleActor.fromValue(actor.name()));
    }
    if (details.organisationalUnit() != null) {
      course.setOrganisationalUnit(details.organisationalUnit().toString());
    }
    return course;
  }

  private static void happening(StoryEvent e, CaseEvent event) {
    switch (e.kind()) {
      case TARGET_GROUP_STARTED -> event.setTargetGroupStarted(on(e.date()));
      case TARGET_GROUP_CHANGED -> event.setTargetGroupChanged(on(e.date()));
      case TARGET_GROUP_ENDED -> event.setTargetGroupEnded(on(e.date()));
      case CONVERSATION_HELD -> event.setConversationHeld(conversation(e));
      case CONVERSATION_CANCELLED -> event.setConversationCancelled(conversation(e));
      case COURSE_ENDED -> event.setCourseEnded(on(e.date()));
      case CITIZEN_DIED -> event.setCitizenDied(on(e.date()));
      case CITIZEN_EXEMPTED -> event.setCitizenExempted(on(e.date()));
      case CITIZEN_MOVED -> {
        Moved moved = new Moved();
        moved.setDate(e.date());
        moved.setToMunicipalityCode(e.details().movedTo());
        event.setCitizenMoved(moved);
      }
    }
  }

  private static OnDate on(LocalDate date) {
    OnDate on = new OnDate();
    on.setDate(date);
    return on;
  }

  private static Conversation conversation(StoryEvent e) {
    Conversation conversation = new Conversation();
    conversation.setDate(e.date());
    conversation.setTypeId(Objects.requireNonNull(e.details().conversationType()));
    conversation.setForm(
        ConversationForm.fromValue(Objects.requireNonNull(e.details().form()).name()));
    return conversation;
  }
}
