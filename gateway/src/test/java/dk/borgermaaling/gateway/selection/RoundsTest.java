package dk.borgermaaling.gateway.selection;

import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenLock;
import dk.borgermaaling.gateway.enquiry.OptOutReason;
import dk.borgermaaling.gateway.invitation.InvitationDesk.OpenedInvitation;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.selection.jpa.SqlRoundBook;
import dk.borgermaaling.gateway.testing.Events;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsTest extends ProcessedEvents {
  private static final LocalDate REFERENCE = LocalDate.of(2026, 11, 20);

  private final RoundBook book = new SqlRoundBook(core.database.gateway());

  @BeforeEach
  void odense_asks_in_rounds() {
    owner(
        "INSERT INTO ops.selection_terms (municipality_code, valid_from, mode)"
            + " VALUES ('0461', '2026-01-01', 'ROUND')");
    core.terms.refresh();
  }

  @Test
  void no_event_leads_to_an_invitation_where_rounds_are_asked() {
    CaseEvent event = inGroup("6.1").held(7, WEDNESDAY);
    accept(event);
    assertThat(outcomeOf(event)).isEqualTo("WAITS_FOR_ROUND");
  }

  @Test
  void everybody_in_a_course_on_the_day_is_asked_once_and_who_had_left_is_not_counted() {
    people(5);
    String left = cpr(5);
    accept(Events.of(ODENSE, left).group("6.1", LONG_AGO).held(10, WEDNESDAY));
    accept(Events.of(ODENSE, left).event(new Happening.CourseEnded(THURSDAY)));
    String leaving = cpr(6);
    accept(Events.of(ODENSE, leaving).group("6.1", LONG_AGO).held(10, WEDNESDAY));
    accept(Events.of(ODENSE, leaving).event(new Happening.CourseEnded(REFERENCE)));
    String silent = cpr(7);
    accept(
        Events.of(ODENSE, silent)
            .group("6.1", LONG_AGO)
            .event(new Happening.TargetGroupStarted(LONG_AGO)));
    run();
    run();
    assertThat(members())
        .as("the day counts with both ends; who never talked is counted and not asked")
        .containsExactlyInAnyOrder(
            "asked 1", "asked 1", "asked 1", "asked 1", "asked 1", "asked 1", "NO_CONVERSATION -");
    assertThat(core.database.count("contact.invitation")).isEqualTo(6);
    assertThat(plan.planned()).hasSize(6);
  }

  @Test
  void the_page_behind_a_link_knows_that_a_round_has_asked() {
    people(1);
    run();
    InvitationId invitation = plan.planned().keySet().iterator().next();
    assertThat(core.invitationDesk.open(core.tokens.tokenOf(invitation)))
        .map(OpenedInvitation::mode)
        .contains(SamplingMode.ROUND);
  }

  @Test
  void a_round_that_nobody_else_has_released_is_not_looked_at() {
    people(1);
    UUID round = book.plan(ODENSE, REFERENCE, "operator", Instant.EPOCH);
    rounds(Period.ZERO, core.book).advance();
    assertThat(members()).isEmpty();
    assertThat(book.release(round, "operator", Instant.EPOCH)).isFalse();
    rounds(Period.ZERO, core.book).advance();
    assertThat(members()).isEmpty();
    assertThat(book.release(round, "operator2", Instant.EPOCH)).isTrue();
    assertThat(book.release(round, "operator3", Instant.EPOCH)).isFalse();
    rounds(Period.ZERO, core.book).advance();
    assertThat(members()).containsExactly("asked 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "released_by = 'operator', released_at = now()",
        "released_by = 'operator2'",
        "state = 'FREEZING'",
        "planned_by = 'somebody'",
        "released_by = 'operator2', released_at = now(), planned_by = 'somebody'",
        "reference_date = '2026-11-01'"
      })
  void the_database_lets_nobody_get_around_the_second_person(String change) {
    book.plan(ODENSE, REFERENCE, "operator", Instant.EPOCH);
    assertThatThrownBy(
            () ->
                core.database
                    .gateway()
                    .useHandle(
                        handle -> handle.execute("UPDATE ops.selection_round SET " + change)))
        .isInstanceOf(UnableToExecuteStatementException.class);
  }

  @Test
  void a_round_waits_for_what_is_told_late() {
    people(1);
    advance(Period.ofDays(7));
    assertThat(members()).isEmpty();
    accept(Events.of(ODENSE, cpr(1)).group("6.1", LONG_AGO).held(10, THURSDAY));
    core.clock.set(danish("2026-11-27T09:00"));
    advance(Period.ofDays(7));
    assertThat(members()).hasSize(2);
  }

  @Test
  void a_target_is_drawn_exactly_and_how_likely_it_was_is_kept() {
    people(20);
    owner(
        "INSERT INTO ops.sampling (municipality_code, survey_group, valid_from, target)"
            + " VALUES ('0461', 'dagpenge', '2026-01-01', 5)");
    core.terms.refresh();
    run();
    assertThat(members())
        .hasSize(20)
        .allMatch(member -> member.equals("asked 0.25") || member.equals("NOT_DRAWN 0.25"));
    assertThat(core.database.count("contact.invitation")).isEqualTo(5);
  }

  @Test
  void whom_staff_exclude_counts_in_a_round_as_far_as_the_draw_would_have_taken_them() {
    people(20);
    for (int i = 0; i < 10; i++) {
      core.optOuts.optOut(
          ODENSE,
          new CprNumber(cpr(i)),
          i == 9 ? OptOutReason.ASKED_BY_CITIZEN : OptOutReason.WOULD_BURDEN);
    }
    run();
    assertThat(members())
        .hasSize(20)
        .filteredOn(member -> member.startsWith("CITIZEN_OPTED_OUT"))
        .hasSize(10);
    assertThat(excluded()).as("all nine, but for the citizen's own wish").isEqualTo(9);
  }

  @Test
  void of_a_sample_those_who_would_have_been_drawn_count() {
    people(40);
    for (int i = 0; i < 20; i++) {
      core.optOuts.optOut(ODENSE, new CprNumber(cpr(i)), OptOutReason.SAFETY);
    }
    owner(
        "INSERT INTO ops.sampling (municipality_code, survey_group, valid_from, percent)"
            + " VALUES ('0461', 'dagpenge', '2026-01-01', 50)");
    core.terms.refresh();
    run();
    assertThat(core.database.count("contact.invitation")).isEqualTo(10);
    assertThat(excluded()).as("about half of them, never all").isBetween(1, 19);
  }

  @Test
  void who_is_excluded_between_the_freeze_and_the_invitation_counts_too() {
    people(3);
    plan();
    Rounds dying = rounds(Period.ZERO, new Failing(core.book, 0));
    assertThatThrownBy(dying::advance).isInstanceOf(IllegalStateException.class);
    core.optOuts.optOut(ODENSE, new CprNumber(cpr(0)), OptOutReason.SAFETY);
    advance(Period.ZERO);
    assertThat(core.database.count("contact.invitation")).isEqualTo(2);
    assertThat(excluded()).isEqualTo(1);
  }

  private int excluded() {
    assertThat(core.database.texts("SELECT DISTINCT mode FROM contact.exclusion"))
        .containsOnly("ROUND");
    return core.database.count("contact.exclusion");
  }

  @Test
  void what_happens_between_the_freeze_and_the_invitation_still_counts() {
    people(3);
    UUID round = plan();
    Rounds dying = rounds(Period.ZERO, new Failing(core.book, 0));
    assertThatThrownBy(dying::advance).isInstanceOf(IllegalStateException.class);
    assertThat(members()).hasSize(3);
    accept(Events.of(ODENSE, cpr(0)).event(new Happening.CitizenDied(REFERENCE)));
    advance(Period.ZERO);
    assertThat(members()).containsExactlyInAnyOrder("asked 1", "asked 1", "CITIZEN_DEAD 1");
    assertThat(book.unfinished(REFERENCE)).noneMatch(open -> open.id().equals(round));
  }

  @Test
  void two_members_who_have_become_one_person_since_the_freeze_are_asked_once() {
    people(2);
    plan();
    Rounds dying = rounds(Period.ZERO, new Failing(core.book, 0));
    assertThatThrownBy(dying::advance).isInstanceOf(IllegalStateException.class);
    assertThat(members()).hasSize(2);
    accept(changed(cpr(0), cpr(1)));
    advance(Period.ZERO);
    assertThat(members()).containsExactlyInAnyOrder("asked 1", "OPEN_INVITATION 1");
    assertThat(core.database.count("contact.invitation")).isEqualTo(1);
  }

  @Test
  void all_numbers_of_whoever_is_invited_are_held() {
    people(1);
    accept(changed(cpr(0), cpr(1)));
    List<CitizenId> held = new ArrayList<>();
    plan();
    rounds(Period.ZERO, core.book, held::addAll).advance();
    assertThat(members()).containsExactly("asked 1");
    assertThat(held).containsExactlyInAnyOrder(idOf(cpr(0)), idOf(cpr(1)));
  }

  @Test
  void a_round_that_breaks_off_goes_on_where_it_was() {
    people(450);
    plan();
    Rounds dying = rounds(Period.ZERO, new Failing(core.book, 1));
    assertThatThrownBy(dying::advance).isInstanceOf(IllegalStateException.class);
    assertThat(core.database.count("contact.invitation")).isEqualTo(200);
    advance(Period.ZERO);
    assertThat(core.database.count("contact.invitation")).isEqualTo(450);
    assertThat(members()).hasSize(450).allMatch("asked 1"::equals);
  }

  @Test
  void who_was_asked_in_a_round_is_in_quarantine_for_the_next() {
    people(2);
    run();
    core.clock.set(danish("2027-02-01T09:00"));
    plan(LocalDate.of(2027, 1, 29));
    advance(Period.ZERO);
    assertThat(members())
        .containsExactlyInAnyOrder("asked 1", "asked 1", "QUARANTINE -", "QUARANTINE -");
  }

  @Test
  void a_population_goes_when_its_time_is_up_and_its_numbers_stay() {
    people(3);
    run();
    RoundBook.Overview before = book.overview().get(0);
    assertThat(book.forgetMembers(REFERENCE)).isZero();
    assertThat(book.forgetMembers(REFERENCE.plusDays(1))).isEqualTo(3);
    assertThat(book.forgetMembers(REFERENCE.plusDays(1))).isZero();
    assertThat(members()).isEmpty();
    assertThat(book.overview()).containsExactly(before);
    assertThat(before.asked()).isEqualTo(3);
  }

  private void people(int number) {
    List<CaseEvent> events = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      events.add(Events.of(ODENSE, cpr(i)).group("6.1", LONG_AGO).held(10, WEDNESDAY));
    }
    core.intake.register(events);
    core.processOnce();
  }

  private static String cpr(int number) {
    return "670180%04d".formatted(1000 + number);
  }

  private UUID plan() {
    return plan(REFERENCE);
  }

  private UUID plan(LocalDate referenceDate) {
    return core.database
        .transactions()
        .inOne(
            () -> {
              UUID round = book.plan(ODENSE, referenceDate, "operator", Instant.EPOCH);
              book.release(round, "operator2", Instant.EPOCH);
              return round;
            });
  }

  private void run() {
    plan();
    advance(Period.ZERO);
  }

  private void advance(Period wait) {
    plan();
    rounds(wait, core.book).advance();
  }

  private CitizenId idOf(String cpr) {
    return core.vault.idOf(new Recipient.Person(new CprNumber(cpr)));
  }

  private static CaseEvent changed(String former, String cpr) {
    CaseEvent event = Events.of(ODENSE, cpr).event(new Happening.CitizenProtected(THURSDAY));
    return new CaseEvent(
        event.eventId(),
        event.source(),
        event.municipality(),
        event.entityId(),
        event.version(),
        false,
        event.occurredAt(),
        event.recipient(),
        null,
        event.course(),
        new Happening.CprChanged(THURSDAY),
        new Recipient.Person(new CprNumber(former)));
  }

  private Rounds rounds(Period wait, InvitationBook invitations) {
    return rounds(wait, invitations, core.vault);
  }

  private Rounds rounds(Period wait, InvitationBook invitations, CitizenLock lock) {
    CaseFacts facts = core.facts;
    CaseFacts with =
        new CaseFacts(
            facts.traits(),
            facts.municipalities(),
            facts.groups(),
            facts.triggers(),
            facts.terms(),
            facts.draws(),
            facts.optOuts(),
            facts.register(),
            facts.quarantine(),
            invitations,
            true);
    return new Rounds(
        core.database.transactions(), book, core.events, lock, with, core.clock, wait);
  }

  private List<String> members() {
    return core.database.texts(
        "SELECT coalesce(reason, CASE WHEN invited THEN 'asked' ELSE 'waits' END) || ' '"
            + " || coalesce(inclusion_probability::text, '-') FROM intake.round_member");
  }

  private void owner(String sql) {
    core.database.owner().useHandle(handle -> handle.execute(sql));
  }

  /** Dies after so many batches of invitations. */
  private static final class Failing implements InvitationBook {
    private final InvitationBook book;
    private int left;

    Failing(InvitationBook book, int batches) {
      this.book = book;
      this.left = batches;
    }

    @Override
    public List<PastInvitation> of(Collection<CitizenId> citizens) {
      return book.of(citizens);
    }

    @Override
    public PastInvitation planned(Occasion occasion, @Nullable String surveyGroup) {
      return book.planned(occasion, surveyGroup);
    }

    @Override
    public void invite(List<Made> invitations) {
      if (left-- == 0) {
        throw new IllegalStateException("the node dies");
      }
      book.invite(invitations);
    }

    @Override
    public List<PastInvitation> takeBack(Collection<PastInvitation> invitations, TakenBack why) {
      return book.takeBack(invitations, why);
    }
  }
}
