package dk.borgermaaling.gateway.selection;

import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course.ResponsibleActor;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.testing.Events;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a higher version of an entity does to what the lower ones led to. */
class CorrectionTest extends ProcessedEvents {
  private static final String OTHER_CPR = "6702809994";

  @Test
  void a_higher_version_that_came_first_withdraws_the_lower_one() {
    Events conversation = inGroup("6.1");
    CaseEvent first = conversation.entity("c-1", 1).held(7, WEDNESDAY);
    CaseEvent second = conversation.withId(UUID.randomUUID()).entity("c-1", 2).held(7, THURSDAY);
    accept(second, first);
    assertThat(outcomeOf(first)).isEqualTo("WITHDRAWN");
    assertThat(outcomeOf(second)).isEqualTo("INVITED dagpenge");
  }

  @Test
  void a_conversation_that_is_taken_back_withdraws_its_unsent_invitation() {
    Events conversation = inGroup("6.1").entity("c-1", 1);
    accept(conversation.held(7, WEDNESDAY));
    CaseEvent back =
        conversation.withId(UUID.randomUUID()).entity("c-1", 2).takenBack().held(7, WEDNESDAY);
    accept(back);
    assertThat(outcomeOf(back)).isEqualTo("WITHDRAWN");
    assertThat(takenBack()).containsExactly("WITHDRAWN");
    assertThat(plan.withdrawn()).containsExactlyElementsOf(plan.planned().keySet());
    assertThat(invitationStates()).containsExactly("WITHDRAWN");
  }

  @Test
  void a_cancelled_conversation_withdraws_its_invitation_and_the_next_one_is_asked_about() {
    Events conversation = inGroup("6.1").entity("c-1", 1);
    accept(conversation.held(7, WEDNESDAY));
    accept(conversation.withId(UUID.randomUUID()).entity("c-1", 2).cancelled(7, WEDNESDAY));
    CaseEvent next = inGroup("6.1").entity("c-2", 1).held(7, FRIDAY);
    accept(next);
    assertThat(outcomeOf(next)).isEqualTo("INVITED dagpenge");
    assertThat(invitationStates()).containsExactly("WITHDRAWN", "PLANNED");
    assertThat(takenBack()).containsExactly("CANCELLED");
  }

  private List<String> takenBack() {
    return core.database.texts(
        "SELECT taken_back_because FROM contact.invitation WHERE taken_back_at IS NOT NULL");
  }

  @Test
  void a_correction_keeps_the_invitation_that_is_there() {
    Events conversation = inGroup("6.1").entity("c-1", 1);
    accept(conversation.held(7, WEDNESDAY));
    CaseEvent corrected = conversation.withId(UUID.randomUUID()).entity("c-1", 2).held(7, THURSDAY);
    accept(corrected);
    assertThat(outcomeOf(corrected)).isEqualTo("OPEN_INVITATION");
    assertThat(invitationStates()).containsExactly("PLANNED");
  }

  static Stream<Arguments> corrections() {
    Events second = inGroup("6.1").entity("c-1", 2);
    return Stream.of(
        arguments("NOT_A_TRIGGER", second.held(17, WEDNESDAY)),
        arguments(
            "NOT_HELD_BY_MUNICIPALITY",
            second.heldBy(ResponsibleActor.UNEMPLOYMENT_FUND).held(7, WEDNESDAY)),
        arguments("GROUP_NOT_SURVEYED", second.group("6.9", LONG_AGO).held(7, WEDNESDAY)),
        arguments(
            "TOO_SHORT_IN_GROUP", second.group("6.1", WEDNESDAY.minusDays(3)).held(7, WEDNESDAY)));
  }

  @ParameterizedTest
  @MethodSource("corrections")
  void a_correction_to_what_is_not_asked_about_takes_the_invitation_back(
      String reason, CaseEvent corrected) {
    accept(inGroup("6.1").entity("c-1", 1).held(7, WEDNESDAY));
    accept(corrected);
    assertThat(outcomeOf(corrected)).isEqualTo(reason);
    assertThat(plan.withdrawn()).containsExactlyElementsOf(plan.planned().keySet());
    assertThat(invitationStates()).containsExactly("WITHDRAWN");
  }

  @Test
  void a_correction_that_is_corrected_back_is_asked_about_again() {
    accept(inGroup("6.1").entity("c-1", 1).held(7, WEDNESDAY));
    accept(inGroup("6.1").entity("c-1", 2).held(17, WEDNESDAY));
    CaseEvent back = inGroup("6.1").entity("c-1", 3).held(7, WEDNESDAY);
    accept(back);
    assertThat(outcomeOf(back)).isEqualTo("INVITED dagpenge");
    assertThat(invitationStates()).containsExactly("WITHDRAWN", "PLANNED");
  }

  @Test
  void a_correction_to_another_citizen_moves_the_invitation() {
    accept(inGroup("6.1").entity("c-1", 1).held(7, WEDNESDAY));
    CaseEvent other =
        Events.of(ODENSE, OTHER_CPR).group("6.1", LONG_AGO).entity("c-1", 2).held(7, WEDNESDAY);
    accept(other);
    assertThat(outcomeOf(other)).isEqualTo("INVITED dagpenge");
    assertThat(invitationStates()).containsExactly("WITHDRAWN", "PLANNED");
  }

  @Test
  void a_correction_to_another_citizen_counts_before_the_first_version_is_decided() {
    CaseEvent first = inGroup("6.1").entity("c-1", 1).held(7, WEDNESDAY);
    CaseEvent other =
        Events.of(ODENSE, OTHER_CPR).group("6.1", LONG_AGO).entity("c-1", 2).held(7, WEDNESDAY);
    accept(first, other);
    assertThat(outcomeOf(first)).isEqualTo("WITHDRAWN");
    assertThat(outcomeOf(other)).isEqualTo("INVITED dagpenge");
  }

  @Test
  void a_late_correction_of_nothing_that_matters_keeps_the_invitation() {
    accept(inGroup("6.1").entity("c-1", 1).held(7, WEDNESDAY));
    accept(
        Events.of(ODENSE, CPR)
            .group("6.6", FRIDAY)
            .event(new Happening.TargetGroupChanged(FRIDAY)));
    core.clock.advance(Duration.ofDays(26));
    CaseEvent late = inGroup("6.1").entity("c-1", 2).held(19, WEDNESDAY);
    accept(late);
    assertThat(outcomeOf(late)).isEqualTo("TOO_LATE");
    assertThat(invitationStates()).containsExactly("PLANNED");
  }

  @Test
  void a_group_that_the_citizen_came_into_later_says_nothing_against_the_invitation() {
    accept(inGroup("6.1").event(new Happening.TargetGroupStarted(LONG_AGO)));
    Events conversation = Events.of(ODENSE, CPR).entity("c-1", 1);
    accept(conversation.held(7, WEDNESDAY));
    accept(
        Events.of(ODENSE, CPR)
            .group("6.6", FRIDAY)
            .event(new Happening.TargetGroupChanged(FRIDAY)));
    accept(Events.of(ODENSE, CPR).entity("c-1", 2).held(19, WEDNESDAY));
    assertThat(invitationStates()).containsExactly("PLANNED");
  }

  @Test
  void the_next_course_of_a_citizen_is_no_correction_of_the_one_before() {
    accept(inGroup("6.1").held(10, WEDNESDAY.minusDays(1)));
    accept(inGroup("6.1").entity("citizen", 1).event(new Happening.CourseEnded(WEDNESDAY)));
    accept(
        Events.of(ODENSE, CPR)
            .group("6.6", THURSDAY)
            .entity("citizen", 2)
            .event(new Happening.TargetGroupStarted(THURSDAY)));
    CaseEvent next =
        Events.of(ODENSE, CPR)
            .group("6.6", THURSDAY)
            .entity("citizen", 3)
            .event(new Happening.CourseEnded(FRIDAY));
    accept(Events.of(ODENSE, CPR).group("6.6", THURSDAY).held(10, THURSDAY), next);
    assertThat(outcomeOf(next)).isEqualTo("TOO_SHORT_IN_GROUP");
    assertThat(invitationStates()).containsExactly("PLANNED");
  }

  @Test
  void an_exemption_that_is_taken_back_counts_no_more() {
    Events exemption = Events.of(ODENSE, CPR).entity("citizen-1", 1);
    accept(exemption.event(new Happening.CitizenExempted(WEDNESDAY)));
    CaseEvent stopped = inGroup("6.1").held(7, THURSDAY);
    accept(stopped);
    assertThat(outcomeOf(stopped)).isEqualTo("CITIZEN_EXEMPT");
    accept(
        exemption
            .withId(UUID.randomUUID())
            .entity("citizen-1", 2)
            .takenBack()
            .event(new Happening.CitizenExempted(WEDNESDAY)));
    CaseEvent asked = inGroup("6.1").held(7, FRIDAY);
    accept(asked);
    assertThat(outcomeOf(asked)).isEqualTo("INVITED dagpenge");
  }
}
