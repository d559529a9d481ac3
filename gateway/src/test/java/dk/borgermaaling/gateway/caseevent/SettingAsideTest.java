package dk.borgermaaling.gateway.caseevent;

import static dk.borgermaaling.gateway.testing.CoreFixture.AARHUS;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.DeadLetters.Noted;
import dk.borgermaaling.gateway.caseevent.DeadLetters.Told;
import dk.borgermaaling.gateway.caseevent.ParkedLetters.Entity;
import dk.borgermaaling.gateway.caseevent.ParkedLetters.Selection;
import dk.borgermaaling.gateway.caseevent.RedriveRuns.Run;
import dk.borgermaaling.gateway.caseevent.RedriveRuns.Tally;
import dk.borgermaaling.gateway.caseevent.jpa.JsonCaseEvents;
import dk.borgermaaling.gateway.caseevent.jpa.SqlRedriveRuns;
import dk.borgermaaling.gateway.caseevent.tasks.ProcessCaseEvents;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.Events;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From an event that no table knows, by way of its dead letter, to the decision on it. */
class SettingAsideTest {
  private static final String CPR = "6701809995";
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final String UNKNOWN = ProblemType.UNKNOWN_TARGET_GROUP.slug();

  private final CoreFixture core = new CoreFixture(new RecordedNotificationPlan());
  private final SqlRedriveRuns runs = new SqlRedriveRuns(core.database.gateway());
  private final List<Long> enqueued = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();
  private final List<Entity> failures = new ArrayList<>();
  private final Redrive redrive =
      new Redrive(
          core.database.transactions(),
          runs,
          (run, after) -> {
            enqueued.add(run);
            waits.add(after);
          },
          Duration.ofMinutes(1));
  private final Withdrawals withdrawals =
      new Withdrawals(
          core.database.transactions(),
          core.events,
          core.parked,
          new ProcessCaseEvents(core.scheduler, Clock.systemUTC()),
          core.clock);

  @Test
  void an_event_with_an_unknown_code_is_rejected_and_set_aside() {
    Events told = Events.of(ODENSE, CPR).entity("samtale-1", 1).group("6.99", FRIDAY);
    Problem problem = rejected(other(told.held(7, FRIDAY)));
    assertThat(problem.type()).isEqualTo(ProblemType.UNKNOWN_TARGET_GROUP);
    assertThat(problem.publicDetail()).contains("set aside", "need not be sent again");
    assertThat(letters())
        .singleElement()
        .satisfies(
            noted -> {
              assertThat(noted.letter().reason()).isEqualTo(UNKNOWN);
              assertThat(noted.letter().entityId()).isEqualTo("samtale-1");
              assertThat(noted.letter().detail())
                  .isEqualTo("The target group LAB6 6.99 is not in the table of 2026-11-20");
            });
  }

  @Test
  void what_is_set_aside_is_readable_nowhere_in_the_database() {
    tell(1, "6.99");
    String row =
        core.database
            .texts("SELECT encode(sealed, 'escape') || p::text FROM intake.parked_letter p")
            .get(0);
    assertThat(row).doesNotContain(CPR).doesNotContain("CONVERSATION_HELD").isNotEmpty();
    assertThat(core.database.texts("SELECT d::text FROM intake.dead_letter d").get(0))
        .doesNotContain(CPR);
  }

  @Test
  void content_moved_to_another_letter_does_not_open() {
    tell(1, "6.99");
    core.database
        .owner()
        .useHandle(h -> h.execute("UPDATE intake.parked_letter SET entity_id = 'other'"));
    Entity moved = new Entity(ODENSE, EventSource.OTHER, "other");
    assertThatThrownBy(() -> core.parked.lock(moved)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_repeat_is_kept_once_and_counted() {
    CaseEvent event = other(Events.of(ODENSE, CPR).group("6.99", FRIDAY).held(7, FRIDAY));
    core.intake.register(List.of(event, event));
    core.intake.register(List.of(event));
    assertThat(count("intake.parked_letter")).isOne();
    assertThat(letters()).singleElement().extracting(Noted::times).isEqualTo(3);
  }

  @Test
  void after_the_table_is_mended_it_becomes_an_event_and_is_decided_on() {
    tell(1, "6.99");
    assertThat(drive(Selection.ALL)).isEqualTo(new Tally(0, 0, 1, 0, 0));
    assertThat(letters())
        .singleElement()
        .satisfies(noted -> assertThat(noted.letter().detail()).contains("6.99"));
    know("6.99");
    assertThat(drive(Selection.ALL)).isEqualTo(new Tally(1, 0, 0, 0, 0));
    assertThat(letters()).isEmpty();
    assertThat(count("intake.parked_letter")).isZero();
    core.processAll();
    assertThat(count("intake.decision")).isOne();
    assertThat(drive(Selection.ALL)).isEqualTo(Tally.NONE);
  }

  @Test
  void what_has_become_too_old_meanwhile_is_decided_so_and_not_lost() {
    tell(1, "6.99");
    core.clock.advance(Duration.ofDays(40));
    know("6.99");
    drive(Selection.ALL);
    core.processAll();
    assertThat(core.database.texts("SELECT reason FROM intake.decision"))
        .containsExactly("TOO_LATE");
  }

  @Test
  void versions_are_driven_in_their_order() {
    tell(2, "6.98");
    tell(1, "6.99");
    know("6.98");
    know("6.99");
    assertThat(drive(Selection.ALL).stored()).isEqualTo(2);
    assertThat(core.database.texts("SELECT version FROM intake.case_event ORDER BY arrival"))
        .containsExactly("1", "2");
  }

  @Test
  void a_later_version_that_is_understood_settles_the_earlier_one_and_not_the_reverse() {
    tell(2, "6.99");
    tell(1, "6.1");
    assertThat(letters()).as("version 2 is still to come").hasSize(1);
    tell(3, "6.1");
    assertThat(letters()).isEmpty();
    assertThat(count("intake.parked_letter")).isZero();
  }

  @Test
  void the_same_event_sent_again_when_the_table_knows_it_settles_the_letter() {
    CaseEvent event = other(Events.of(ODENSE, CPR).group("6.99", FRIDAY).held(7, FRIDAY));
    core.intake.register(List.of(event));
    know("6.99");
    assertThat(core.intake.register(List.of(event)))
        .containsExactly(new EventReceipt.Stored(event.eventId()));
    assertThat(letters()).isEmpty();
    assertThat(count("intake.parked_letter")).isZero();
  }

  @Test
  void a_letter_that_contradicts_what_is_stored_by_now_says_so() {
    tell(1, "6.99");
    know("6.99");
    CaseEvent another =
        other(Events.of(ODENSE, CPR).entity("samtale-1", 1).group("6.1", FRIDAY).held(4, FRIDAY));
    core.plainIntake.register(List.of(another));
    assertThat(drive(Selection.ALL)).isEqualTo(new Tally(0, 0, 1, 0, 0));
    assertThat(letters())
        .singleElement()
        .satisfies(
            noted -> {
              assertThat(noted.letter().reason()).isEqualTo(ProblemType.CONFLICT.slug());
              assertThat(noted.times()).isOne();
            });
  }

  @Test
  void only_the_chosen_letters_are_driven() {
    tell(1, "6.99");
    CaseEvent aarhus = other(Events.of(AARHUS, CPR).group("6.99", FRIDAY).held(7, FRIDAY));
    core.intake.register(List.of(aarhus));
    know("6.99");
    assertThat(drive(new Selection(UNKNOWN, null, EventSource.LIST))).isEqualTo(Tally.NONE);
    assertThat(drive(new Selection("malformed", null, null))).isEqualTo(Tally.NONE);
    assertThat(drive(new Selection(UNKNOWN, AARHUS, EventSource.OTHER)).stored()).isOne();
    assertThat(letters())
        .singleElement()
        .extracting(noted -> noted.letter().municipality())
        .isEqualTo(ODENSE);
  }

  @Test
  void a_letter_that_nobody_can_drive_holds_up_no_other() {
    core.letters.park(
        new DeadLetter(EventSource.FASIT, ODENSE, "a", UNKNOWN, "x"),
        1,
        new Told("of-tomorrow/1", new byte[] {1}));
    core.letters.park(
        new DeadLetter(EventSource.OTHER, ODENSE, "b", UNKNOWN, "x"),
        1,
        new Told(CaseEventCodec.FORMAT, "{}".getBytes(StandardCharsets.UTF_8)));
    tell(1, "6.99");
    know("6.99");
    assertThat(drive(Selection.ALL)).isEqualTo(new Tally(1, 0, 0, 0, 2));
    assertThat(failures).extracting(Entity::entityId).containsExactly("a", "b");
    assertThat(letters()).hasSize(2);
  }

  @Test
  void more_letters_than_a_page_are_all_driven() {
    List<CaseEvent> events = new ArrayList<>();
    for (int i = 0; i < 450; i++) {
      events.add(
          other(
              Events.of(i % 2 == 0 ? ODENSE : AARHUS, CPR).group("6.99", FRIDAY).held(7, FRIDAY)));
    }
    core.intake.register(events);
    know("6.99");
    assertThat(drive(Selection.ALL)).isEqualTo(new Tally(450, 0, 0, 0, 0));
    assertThat(count("intake.dead_letter")).isZero();
  }

  @Test
  void content_whose_time_is_up_is_gone_and_its_letter_says_so() {
    tell(1, "6.99");
    core.clock.advance(Duration.ofDays(46));
    assertThat(core.parked.forget(core.clock.now().minus(Duration.ofDays(45)))).isOne();
    assertThat(count("intake.parked_letter WHERE sealed IS NULL")).isOne();
    know("6.99");
    assertThat(drive(Selection.ALL)).isEqualTo(Tally.NONE);
    assertThat(letters()).hasSize(1);
    tell(1, "6.99");
    assertThat(letters()).as("it has come again").isEmpty();
  }

  @Test
  void a_case_system_may_take_back_what_was_set_aside() {
    tell(1, "6.99");
    Withdrawal first = withdrawals.withdraw(ODENSE, EventSource.OTHER, "samtale-1", 1);
    assertThat(withdrawals.withdraw(ODENSE, EventSource.OTHER, "samtale-1", 1)).isEqualTo(first);
    assertThat(letters()).isEmpty();
    know("6.99");
    assertThat(drive(Selection.ALL)).isEqualTo(Tally.NONE);
    assertThat(count("intake.case_event")).isZero();
  }

  @Test
  void taking_back_the_version_that_was_set_aside_takes_back_what_is_stored_of_the_entity() {
    tell(1, "6.1");
    tell(2, "6.99");
    assertThatThrownBy(() -> withdrawals.withdraw(ODENSE, EventSource.OTHER, "samtale-1", 1))
        .as("a later version was told")
        .isInstanceOf(ProblemException.class);
    Withdrawal withdrawal = withdrawals.withdraw(ODENSE, EventSource.OTHER, "samtale-1", 2);
    assertThat(withdrawal.version()).isEqualTo(3);
    assertThat(withdrawals.withdraw(ODENSE, EventSource.OTHER, "samtale-1", 2))
        .isEqualTo(withdrawal);
    assertThat(
            core.database.texts(
                "SELECT version || ' ' || withdrawn FROM intake.case_event ORDER BY version"))
        .containsExactly("1 false", "3 true");
  }

  @Test
  void momentum_keeps_nothing_because_it_finds_again_what_was_refused() {
    CaseEvent event = Events.of(ODENSE, CPR).group("6.99", FRIDAY).held(7, FRIDAY);
    assertThat(((EventReceipt.Rejected) core.intake.register(List.of(event)).get(0)).problem())
        .extracting(Problem::publicDetail)
        .asString()
        .doesNotContain("set aside");
    assertThat(letters()).isEmpty();
  }

  @Test
  void a_change_of_the_tables_has_what_they_did_not_know_driven_when_all_nodes_have_read_them() {
    redrive.afterMappingChange();
    redrive.ask(Selection.ALL, "operator");
    assertThat(waits).containsExactly(Duration.ofMinutes(1), Duration.ZERO);
    assertThat(runs.last(10))
        .extracting(Run::asker, run -> run.selection().reason())
        .containsExactly(tuple("operator", null), tuple(RedriveRuns.AFTER_A_CHANGE, UNKNOWN));
    assertThat(runs.last(1)).singleElement().extracting(Run::endedAt).isNull();
  }

  private Tally drive(Selection selection) {
    redrive.ask(selection, "operator");
    long run = enqueued.get(enqueued.size() - 1);
    RedriveWork work =
        new RedriveWork(
            core.database.transactions(),
            core.parked,
            runs,
            List.of(new CaseEventRedriver(new JsonCaseEvents(), core.plainIntake)),
            (entity, failure) -> failures.add(entity));
    work.run(run);
    work.run(run);
    assertThat(runs.find(run)).as("the run has ended").isEmpty();
    return runs.last(1).get(0).tally();
  }

  private void tell(int version, String group) {
    core.intake.register(
        List.of(
            other(
                Events.of(ODENSE, CPR)
                    .entity("samtale-1", version)
                    .group(group, FRIDAY.minusDays(40))
                    .held(7, FRIDAY))));
  }

  private static CaseEvent other(CaseEvent event) {
    return Events.from(EventSource.OTHER, event);
  }

  private Problem rejected(CaseEvent event) {
    return ((EventReceipt.Rejected) core.intake.register(List.of(event)).get(0)).problem();
  }

  private void know(String code) {
    core.database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO ops.target_group_mapping (code_system, code, survey_group, valid_from)"
                        + " SELECT 'LAB6', ?, survey_group, valid_from FROM ops.target_group_mapping"
                        + " WHERE code_system = 'LAB6' AND code = '6.1'",
                    code));
    core.surveyGroups.refresh();
  }

  private List<Noted> letters() {
    return core.letters.waiting(1000);
  }

  private int count(String table) {
    return core.database.count(table);
  }
}
