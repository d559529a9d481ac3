package dk.borgermaaling.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.Course.ResponsibleActor;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenTraits;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionRulesTest {
  private static final MunicipalityCode ODENSE = new MunicipalityCode("0461");
  private static final MunicipalityCode AARHUS = new MunicipalityCode("0751");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final Instant HAPPENED = Instant.parse("2026-11-20T09:00:00Z");

  @Test
  void a_citizen_whom_no_rule_stops_is_invited() {
    Decision decision = SelectionRules.decide(new Facts().build());
    assertThat(decision.invites()).isTrue();
    assertThat(decision.surveyGroup()).isEqualTo("dagpenge");
  }

  @Test
  void what_triggers_in_no_group_or_not_in_this_one_is_no_trigger() {
    assertThat(new Facts().triggers(false, false).reason()).isEqualTo(StopReason.NOT_A_TRIGGER);
    assertThat(new Facts().triggers(true, false).reason()).isEqualTo(StopReason.NOT_A_TRIGGER);
  }

  @Test
  void an_event_that_is_taken_back_or_superseded_is_withdrawn() {
    assertThat(new Facts().withdrawn().reason()).isEqualTo(StopReason.WITHDRAWN);
    assertThat(new Facts().superseded().reason()).isEqualTo(StopReason.WITHDRAWN);
  }

  @Test
  void thirty_days_late_is_in_time_and_a_second_more_is_too_late() {
    assertThat(new Facts().receivedAfter(Duration.ofDays(30)).reason()).isNull();
    assertThat(new Facts().receivedAfter(Duration.ofDays(30).plusSeconds(1)).reason())
        .isEqualTo(StopReason.TOO_LATE);
  }

  @Test
  void what_happened_without_an_agreement_is_not_asked_about() {
    assertThat(new Facts().withoutAgreement().reason()).isEqualTo(StopReason.NO_AGREEMENT);
  }

  @Test
  void a_company_is_not_asked() {
    assertThat(new Facts().citizen(new CitizenTraits(true, false, null)).reason())
        .isEqualTo(StopReason.RECIPIENT_IS_COMPANY);
  }

  @Test
  void the_dead_the_moved_and_the_exempt_are_not_asked() {
    assertThat(new Facts().course(course().withDied(DAY)).reason())
        .isEqualTo(StopReason.CITIZEN_DEAD);
    assertThat(new Facts().course(course().withMoved(DAY)).reason())
        .isEqualTo(StopReason.CITIZEN_MOVED);
    assertThat(new Facts().course(course().withExempted(DAY)).reason())
        .isEqualTo(StopReason.CITIZEN_EXEMPT);
  }

  @Test
  void who_has_opted_out_is_not_asked_and_an_exemption_is_named_first() {
    assertThat(new Facts().optedOut().reason()).isEqualTo(StopReason.CITIZEN_OPTED_OUT);
    assertThat(new Facts().optedOut().course(course().withExempted(DAY)).reason())
        .isEqualTo(StopReason.CITIZEN_EXEMPT);
  }

  @Test
  void a_replacement_number_is_asked_only_where_that_is_switched_on() {
    CitizenTraits replacement = new CitizenTraits(false, true, LocalDate.of(1980, 1, 7));
    assertThat(new Facts().citizen(replacement).reason()).isEqualTo(StopReason.REPLACEMENT_CPR);
    assertThat(new Facts().citizen(replacement).replacementNumbersAllowed().reason()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"2008-11-20, ", "2008-11-21, UNDER_18"})
  void who_turns_18_on_the_day_is_asked(LocalDate born, @Nullable StopReason expected) {
    assertThat(new Facts().citizen(new CitizenTraits(false, false, born)).reason())
        .isEqualTo(expected);
  }

  @Test
  void an_unknown_group_and_one_that_is_not_surveyed_are_told_apart() {
    assertThat(new Facts().group(false, null).reason()).isEqualTo(StopReason.GROUP_UNKNOWN);
    assertThat(new Facts().group(true, null).reason()).isEqualTo(StopReason.GROUP_NOT_SURVEYED);
  }

  @Test
  void a_course_that_others_hold_is_not_asked_about() {
    assertThat(new Facts().heldBy(ResponsibleActor.UNEMPLOYMENT_FUND).reason())
        .isEqualTo(StopReason.NOT_HELD_BY_MUNICIPALITY);
    assertThat(new Facts().heldBy(ResponsibleActor.OTHER_ACTOR).reason())
        .isEqualTo(StopReason.NOT_HELD_BY_MUNICIPALITY);
    assertThat(new Facts().heldBy(ResponsibleActor.MUNICIPALITY).reason()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"28, ", "27, TOO_SHORT_IN_GROUP", "0, TOO_SHORT_IN_GROUP"})
  void four_weeks_in_the_group_are_enough(long days, @Nullable StopReason expected) {
    assertThat(new Facts().groupStart(DAY.minusDays(days)).reason()).isEqualTo(expected);
  }

  @Test
  void another_municipality_may_ask_for_more_weeks_in_the_group() {
    SelectionTerms eight = new SelectionTerms(SamplingMode.CONTINUOUS, 8, 26, true, true, false);
    assertThat(new Facts().terms(eight).groupStart(DAY.minusDays(56)).reason()).isNull();
    assertThat(new Facts().terms(eight).groupStart(DAY.minusDays(55)).reason())
        .isEqualTo(StopReason.TOO_SHORT_IN_GROUP);
  }

  @Test
  void a_municipality_that_pauses_or_asks_in_rounds_asks_after_no_event() {
    assertThat(
            new Facts()
                .terms(new SelectionTerms(SamplingMode.CONTINUOUS, 4, 26, true, true, true))
                .reason())
        .isEqualTo(StopReason.MUNICIPALITY_PAUSED);
    assertThat(
            new Facts()
                .terms(new SelectionTerms(SamplingMode.ROUND, 4, 26, true, true, false))
                .reason())
        .isEqualTo(StopReason.WAITS_FOR_ROUND);
  }

  @Test
  void a_round_asks_the_same_of_the_citizen_as_an_event_does() {
    SelectionTerms round = new SelectionTerms(SamplingMode.ROUND, 4, 26, true, true, false);
    assertThat(SelectionRules.stopInRound(new Facts().terms(round).build().candidate())).isEmpty();
    assertThat(
            SelectionRules.stopInRound(
                new Facts().terms(round).group(true, null).build().candidate()))
        .contains(StopReason.GROUP_NOT_SURVEYED);
  }

  @Test
  void a_protected_citizen_is_asked_unless_the_municipality_says_otherwise() {
    ProjectedCourse isProtected = course().withProtected(DAY);
    assertThat(new Facts().course(isProtected).reason()).isNull();
    assertThat(
            new Facts()
                .course(isProtected)
                .terms(new SelectionTerms(SamplingMode.CONTINUOUS, 4, 26, false, true, false))
                .reason())
        .isEqualTo(StopReason.CITIZEN_PROTECTED);
  }

  @Test
  void who_has_had_no_conversation_with_the_municipality_is_not_asked() {
    ProjectedCourse silent = ProjectedCourse.UNKNOWN;
    assertThat(new Facts().course(silent).reason()).isEqualTo(StopReason.NO_CONVERSATION);
    assertThat(
            new Facts()
                .course(silent)
                .terms(new SelectionTerms(SamplingMode.CONTINUOUS, 4, 26, true, false, false))
                .reason())
        .isNull();
  }

  @Test
  void whom_the_draw_leaves_out_is_not_asked_and_how_likely_it_was_is_kept() {
    Decision decision = SelectionRules.decide(new Facts().draw(0.25, false).build());
    assertThat(decision.reason()).isEqualTo(StopReason.NOT_DRAWN);
    assertThat(decision.probability()).isEqualTo(0.25);
    assertThat(decision.reachedTheDraw()).isTrue();
    Decision stopped =
        SelectionRules.decide(new Facts().draw(0.25, false).group(true, null).build());
    assertThat(stopped.reachedTheDraw()).isFalse();
  }

  @Test
  void an_invitation_that_counts_is_open_until_it_closes() {
    assertThat(
            new Facts()
                .invited(AARHUS, HAPPENED.minusSeconds(60), HAPPENED.plusSeconds(1))
                .reason())
        .isEqualTo(StopReason.OPEN_INVITATION);
    assertThat(new Facts().invited(AARHUS, HAPPENED.minus(Duration.ofDays(28)), HAPPENED).reason())
        .isNull();
  }

  @Test
  void quarantine_lasts_26_weeks_from_the_week_of_the_first_message() {
    LocalDate border = DAY.minusWeeks(26);
    assertThat(new Facts().asked(border).reason()).isNull();
    assertThat(new Facts().asked(border.plusDays(1)).reason()).isEqualTo(StopReason.QUARANTINE);
    assertThat(
            new Facts()
                .asked(DAY.minusWeeks(9))
                .terms(new SelectionTerms(SamplingMode.CONTINUOUS, 4, 9, true, true, false))
                .reason())
        .isNull();
  }

  @Test
  void the_first_rule_that_holds_is_the_reason() {
    Facts all =
        new Facts()
            .withdrawn()
            .receivedAfter(Duration.ofDays(31))
            .citizen(new CitizenTraits(false, true, LocalDate.of(2010, 1, 7)))
            .course(course().withDied(DAY).withMoved(DAY).withExempted(DAY))
            .invited(ODENSE, HAPPENED.minusSeconds(1), HAPPENED.plusSeconds(1));
    assertThat(all.reason()).isEqualTo(StopReason.WITHDRAWN);
    assertThat(all.triggers(false, false).reason()).isEqualTo(StopReason.NOT_A_TRIGGER);
  }

  @Test
  void every_reason_has_a_rule() {
    assertThat(Arrays.stream(StopReason.values()))
        .hasSize(22)
        .startsWith(StopReason.NOT_A_TRIGGER, StopReason.WITHDRAWN, StopReason.TOO_LATE)
        .endsWith(StopReason.OPEN_INVITATION, StopReason.QUARANTINE, StopReason.NOT_DRAWN);
  }

  @Test
  void the_facts_of_a_decision_hold_nothing_personal() {
    Decision decision = SelectionRules.decide(new Facts().build());
    assertThat(decision.facts())
        .containsEntry("happening", "ConversationHeld")
        .containsEntry("groupStart", "2026-01-01")
        .doesNotContainKeys("citizen", "birthDate");
  }

  private static ProjectedCourse course() {
    return ProjectedCourse.UNKNOWN.withConversation(DAY);
  }

  /** A case that leads to an invitation, until something is said against it. */
  private static final class Facts {
    private boolean withdrawn;
    private boolean superseded;
    private boolean agreed = true;
    private boolean triggersSome = true;
    private boolean triggersGroup = true;
    private Instant received = HAPPENED.plusSeconds(60);
    private CitizenTraits citizen = new CitizenTraits(false, false, LocalDate.of(1980, 1, 7));
    private ProjectedCourse course = SelectionRulesTest.course();
    private SelectionTerms terms = SelectionTerms.STANDARD;
    private DrawPlan draw = DrawPlan.EVERYBODY;
    private boolean drawn = true;
    private boolean optedOut;
    private Course eventCourse = Course.UNKNOWN;
    private boolean groupKnown = true;
    private @Nullable String surveyGroup = "dagpenge";
    private @Nullable LocalDate groupStart = LocalDate.of(2026, 1, 1);
    private final List<PastInvitation> invitations = new ArrayList<>();
    private final List<LocalDate> weeks = new ArrayList<>();
    private boolean replacementNumbersAllowed;

    Facts withdrawn() {
      withdrawn = true;
      return this;
    }

    Facts superseded() {
      superseded = true;
      return this;
    }

    Facts withoutAgreement() {
      agreed = false;
      return this;
    }

    Facts triggers(boolean some, boolean group) {
      triggersSome = some;
      triggersGroup = group;
      return this;
    }

    Facts receivedAfter(Duration wait) {
      received = HAPPENED.plus(wait);
      return this;
    }

    Facts citizen(CitizenTraits traits) {
      citizen = traits;
      return this;
    }

    Facts course(ProjectedCourse projected) {
      course = projected;
      return this;
    }

    Facts heldBy(ResponsibleActor actor) {
      eventCourse = new Course(null, actor, null);
      return this;
    }

    Facts group(boolean known, @Nullable String group) {
      groupKnown = known;
      surveyGroup = group;
      return this;
    }

    Facts groupStart(LocalDate start) {
      groupStart = start;
      return this;
    }

    Facts invited(MunicipalityCode municipality, Instant first, Instant closes) {
      invitations.add(
          new PastInvitation(
              UUID.randomUUID(),
              new CitizenId(UUID.randomUUID()),
              municipality,
              EventSource.FASIT,
              "other",
              first,
              closes));
      return this;
    }

    Facts asked(LocalDate week) {
      weeks.add(week);
      return this;
    }

    Facts terms(SelectionTerms theirs) {
      terms = theirs;
      return this;
    }

    Facts draw(double probability, boolean draws) {
      draw = new DrawPlan(probability, "seed");
      drawn = draws;
      return this;
    }

    Facts replacementNumbersAllowed() {
      replacementNumbersAllowed = true;
      return this;
    }

    Facts optedOut() {
      optedOut = true;
      return this;
    }

    @Nullable StopReason reason() {
      return SelectionRules.decide(build()).reason();
    }

    SelectionCase build() {
      StoredCaseEvent event =
          new StoredCaseEvent(
              UUID.randomUUID(),
              1,
              EventSource.MOMENTUM,
              ODENSE,
              "conversation-1",
              1,
              withdrawn,
              HAPPENED,
              received,
              new CitizenId(UUID.randomUUID()),
              null,
              eventCourse,
              new Happening.ConversationHeld(DAY, 7, Happening.ConversationForm.IN_PERSON),
              false,
              null);
      ResponsibleActor told = event.course().responsibleActor();
      Candidate candidate =
          new Candidate(
              HAPPENED,
              DAY,
              agreed,
              terms,
              citizen,
              course,
              optedOut,
              groupKnown,
              surveyGroup,
              groupStart,
              told == null ? course.course().responsibleActor() : told,
              invitations,
              weeks,
              replacementNumbersAllowed,
              draw,
              drawn);
      return new SelectionCase(event, superseded, triggersSome, triggersGroup, candidate);
    }
  }
}
