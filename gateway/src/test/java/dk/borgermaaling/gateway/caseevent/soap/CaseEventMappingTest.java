package dk.borgermaaling.gateway.caseevent.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.contract.caseevent.CaseEvent;
import dk.borgermaaling.contract.caseevent.CodeSystem;
import dk.borgermaaling.contract.caseevent.Conversation;
import dk.borgermaaling.contract.caseevent.ConversationForm;
import dk.borgermaaling.contract.caseevent.Moved;
import dk.borgermaaling.contract.caseevent.ResponsibleActor;
import dk.borgermaaling.contract.caseevent.TargetGroup;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.HandedIn;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseEventMappingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private final CaseEvent event = PlainCxfCallerTest.event("0740");

  @Test
  void a_conversation_with_its_group_and_course() {
    UUID unit = UUID.randomUUID();
    var course = new dk.borgermaaling.contract.caseevent.Course();
    course.setStartDate(DAY.minusDays(30));
    course.setResponsibleActor(ResponsibleActor.UNEMPLOYMENT_FUND);
    course.setOrganisationalUnit(unit.toString());
    event.setCourseEnded(null);
    event.setConversationHeld(conversation());
    event.setTargetGroup(group());
    event.setCourse(course);
    var mapped = mapped();
    assertThat(mapped.happening())
        .isEqualTo(new Happening.ConversationHeld(DAY, 7, Happening.ConversationForm.VIDEO));
    assertThat(mapped.targetGroup()).isEqualTo(new TargetGroupCode("LAB6", "6.2", DAY));
    assertThat(mapped.course())
        .isEqualTo(new Course(DAY.minusDays(30), Course.ResponsibleActor.UNEMPLOYMENT_FUND, unit));
    assertThat(mapped.eventId()).hasToString(event.getEventId());
    assertThat(mapped.withdrawn()).isFalse();
  }

  @Test
  void a_contact_group_with_its_visitation_category_is_a_code_too() {
    TargetGroup contact = group();
    contact.setCodeSystem(CodeSystem.KONTAKTGRUPPE);
    contact.setCode("KG2/4");
    event.setTargetGroup(contact);
    event.setConversationHeld(conversation());
    assertThat(mapped().targetGroup())
        .isEqualTo(new TargetGroupCode("KONTAKTGRUPPE", "KG2/4", DAY));
  }

  @Test
  void a_withdrawn_event_of_a_company() {
    event.setWithdrawn(true);
    event.getRecipient().setCprNumber(null);
    event.getRecipient().setCvrNumber("11111111");
    assertThat(mapped().withdrawn()).isTrue();
    assertThat(mapped().recipient()).isEqualTo(new Recipient.Company(new Cvr("11111111")));
    assertThat(mapped().course()).isEqualTo(Course.UNKNOWN);
  }

  @Test
  void a_move_abroad_names_no_municipality() {
    Moved moved = new Moved();
    moved.setDate(DAY);
    event.setCourseEnded(null);
    event.setCitizenMoved(moved);
    assertThat(mapped().happening()).isEqualTo(new Happening.CitizenMoved(DAY, null));
    moved.setToMunicipalityCode("0461");
    assertThat(mapped().happening())
        .isEqualTo(new Happening.CitizenMoved(DAY, new MunicipalityCode("0461")));
  }

  @Test
  void each_other_happening_keeps_its_date() {
    var day = event.getCourseEnded();
    event.setTargetGroup(group());
    event.setCourseEnded(null);
    event.setTargetGroupStarted(day);
    assertThat(mapped().happening()).isEqualTo(new Happening.TargetGroupStarted(DAY));
    event.setTargetGroupStarted(null);
    event.setTargetGroupChanged(day);
    assertThat(mapped().happening()).isEqualTo(new Happening.TargetGroupChanged(DAY));
    event.setTargetGroupChanged(null);
    event.setTargetGroupEnded(day);
    assertThat(mapped().happening()).isEqualTo(new Happening.TargetGroupEnded(DAY));
    event.setTargetGroupEnded(null);
    event.setCitizenDied(day);
    assertThat(mapped().happening()).isEqualTo(new Happening.CitizenDied(DAY));
    event.setCitizenDied(null);
    event.setCitizenExempted(day);
    assertThat(mapped().happening()).isEqualTo(new Happening.CitizenExempted(DAY));
    event.setCitizenExempted(null);
    event.setConversationCancelled(conversation());
    assertThat(mapped().happening())
        .isEqualTo(new Happening.ConversationCancelled(DAY, 7, Happening.ConversationForm.VIDEO));
  }

  @Test
  void a_group_that_starts_must_be_named() {
    event.setTargetGroupStarted(event.getCourseEnded());
    event.setCourseEnded(null);
    assertThat(unreadable().problem().publicDetail()).contains("targetGroup");
  }

  @Test
  void a_cpr_number_without_a_birthday_is_malformed_and_not_quoted() {
    event.getRecipient().setCprNumber("9999999999");
    assertThat(unreadable().problem().publicDetail()).contains("cprNumber").doesNotContain("9999");
  }

  private dk.borgermaaling.gateway.caseevent.CaseEvent mapped() {
    HandedIn read = CaseEventMapping.read(event);
    assertThat(read).isInstanceOf(HandedIn.Legible.class);
    return ((HandedIn.Legible) read).event();
  }

  private HandedIn.Illegible unreadable() {
    HandedIn read = CaseEventMapping.read(event);
    assertThat(read).isInstanceOf(HandedIn.Illegible.class);
    assertThat(read.eventId()).hasToString(event.getEventId());
    assertThat(read.municipality()).isEqualTo(new MunicipalityCode("0740"));
    return (HandedIn.Illegible) read;
  }

  private static TargetGroup group() {
    TargetGroup group = new TargetGroup();
    group.setCodeSystem(CodeSystem.LAB_6);
    group.setCode("6.2");
    group.setStartDate(DAY);
    return group;
  }

  private static Conversation conversation() {
    Conversation conversation = new Conversation();
    conversation.setDate(DAY);
    conversation.setTypeId(7);
    conversation.setForm(ConversationForm.VIDEO);
    return conversation;
  }
}
