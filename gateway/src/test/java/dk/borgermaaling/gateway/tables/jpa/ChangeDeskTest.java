package dk.borgermaaling.gateway.tables.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.audit.jpa.SqlAuditLog;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.survey.SurveyTable;
import dk.borgermaaling.gateway.survey.jpa.SqlSurveyTables;
import dk.borgermaaling.gateway.tables.Change;
import dk.borgermaaling.gateway.tables.ChangeDesk;
import dk.borgermaaling.gateway.tables.ChangeForecast;
import dk.borgermaaling.gateway.tables.ChangeNews;
import dk.borgermaaling.gateway.tables.ChangeSet;
import dk.borgermaaling.gateway.tables.ChangeSet.State;
import dk.borgermaaling.gateway.tables.MappingChanged;
import dk.borgermaaling.gateway.tables.Period;
import dk.borgermaaling.gateway.tables.Refused;
import dk.borgermaaling.gateway.tables.RowRef;
import dk.borgermaaling.gateway.tables.TableProblem;
import dk.borgermaaling.gateway.tables.Tables;
import dk.borgermaaling.gateway.testing.Database;
import dk.borgermaaling.gateway.testing.SettableClock;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeDeskTest {
  private static final String TABLE = "target-groups";
  private static final LocalDate REFORM = LocalDate.of(2027, 1, 1);
  private static final Change NEW_CODE = add("6.14", "dagpenge", REFORM, null);
  private static final RowRef SICK = new RowRef(List.of("LAB6", "6.6"), LocalDate.of(2020, 1, 1));

  private final Database database = Database.fresh();
  private final SettableRealClock clock = new SettableRealClock("2026-11-23T09:00:00Z");
  private final SqlSurveyTables tables = new SqlSurveyTables(database.gateway());
  private final SqlChangeSets sets = new SqlChangeSets(database.gateway());
  private final List<String> told = new ArrayList<>();
  private final ChangeDesk desk = desk(new Ears(told));

  @Test
  void a_confirmed_change_is_in_the_table_with_who_and_why() {
    ChangeSet set = proposed(NEW_CODE, new Change.End(SICK, REFORM));
    clock.advance(Duration.ofHours(1));
    ChangeSet confirmed = desk.confirm(set.id(), "operator2");
    assertThat(confirmed.state()).isEqualTo(State.CONFIRMED);
    assertThat(tables.read().knows(code("6.14"), REFORM)).isTrue();
    assertThat(tables.read().knows(code("6.14"), REFORM.minusDays(1))).isFalse();
    assertThat(tables.read().knows(code("6.6"), REFORM)).isFalse();
    assertThat(sets.find(set.id())).contains(confirmed);
    assertThat(sets.closed(10, 0)).containsExactly(confirmed);
    assertThat(told).containsExactly("changing " + TABLE, "changed " + TABLE);
    assertThat(
            database.texts(
                "SELECT actor || ' ' || action || ' ' || subject FROM ops.audit ORDER BY id"))
        .containsExactly(
            "operator PROPOSED_TABLE_CHANGE target-groups " + set.id(),
            "operator2 CONFIRMED_TABLE_CHANGE target-groups " + set.id());
  }

  @Test
  void nobody_confirms_an_own_proposal() {
    ChangeSet set = proposed(NEW_CODE);
    assertThatThrownBy(() -> desk.confirm(set.id(), "operator")).isInstanceOf(Refused.class);
    assertThat(sets.find(set.id())).map(ChangeSet::state).contains(State.PROPOSED);
    assertThat(tables.read().knows(code("6.14"), REFORM)).isFalse();
  }

  @Test
  void the_database_itself_wants_two_people_and_keeps_what_has_ended() {
    ChangeSet set = proposed(NEW_CODE);
    String confirm =
        "UPDATE ops.table_change SET state = 'CONFIRMED', closed_at = now(), closed_by = ? WHERE id = ?";
    assertThatThrownBy(
            () -> database.gateway().useHandle(h -> h.execute(confirm, "operator", set.id())))
        .isInstanceOf(JdbiException.class)
        .hasMessageContaining("two_people");
    assertThatThrownBy(
            () ->
                database
                    .gateway()
                    .useHandle(
                        h -> h.execute("UPDATE ops.table_change SET changes = '[]', note = 'x'")))
        .hasMessageContaining("a proposal stays");
    desk.reject(set.id(), "operator2", "forkert kode");
    assertThatThrownBy(
            () ->
                database
                    .gateway()
                    .useHandle(h -> h.execute("UPDATE ops.table_change SET note = 'x'")))
        .hasMessageContaining("stays as it is");
    assertThatThrownBy(
            () -> database.gateway().useHandle(h -> h.execute("DELETE FROM ops.table_change")))
        .hasMessageContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "selection_terms",
        "sampling",
        "survey_group",
        "target_group_mapping",
        "conversation_trigger"
      })
  void the_gateway_changes_no_row_of_a_table_in_place(String table) {
    assertThatThrownBy(
            () ->
                database
                    .gateway()
                    .useHandle(h -> h.execute("UPDATE ops." + table + " SET valid_to = NULL")))
        .hasMessageContaining("permission denied");
  }

  @Test
  void a_change_that_was_never_a_draft_is_not_taken_for_one_of_two_people() {
    proposed(NEW_CODE);
    assertThatThrownBy(
            () ->
                database
                    .gateway()
                    .useHandle(
                        h ->
                            h.execute(
                                "INSERT INTO ops.table_change (id, table_id, state, proposer,"
                                    + " drafted_at, changes, note, corrects_past, proposed_at,"
                                    + " base_version, proposed_previews, closed_at, closed_by)"
                                    + " SELECT gen_random_uuid(), table_id, 'CONFIRMED', proposer,"
                                    + " drafted_at, changes, note, corrects_past, proposed_at,"
                                    + " base_version, proposed_previews, now(), 'operator2'"
                                    + " FROM ops.table_change")))
        .hasMessageContaining("begins as a draft");
  }

  @Test
  void two_people_at_once_confirm_it_once() throws InterruptedException, ExecutionException {
    ChangeSet set = proposed(NEW_CODE);
    List<Object> ends =
        atOnce(() -> confirmedBy(set, "operator2"), () -> confirmedBy(set, "operator3"));
    assertThat(ends).containsExactlyInAnyOrder(State.CONFIRMED, "refused");
    assertThat(told).containsExactly("changing " + TABLE, "changed " + TABLE);
  }

  @Test
  void of_two_proposals_on_one_version_confirmed_at_once_one_is_made_and_one_has_expired()
      throws InterruptedException, ExecutionException {
    ChangeSet one = proposed(NEW_CODE);
    ChangeSet other = proposed(add("6.14", "sygedagpenge", REFORM, null));
    List<Object> ends =
        atOnce(() -> confirmedBy(one, "operator2"), () -> confirmedBy(other, "operator3"));
    assertThat(ends).containsExactlyInAnyOrder(State.CONFIRMED, "refused");
    assertThat(sets.closed(10, 0))
        .extracting(ChangeSet::state)
        .containsExactlyInAnyOrder(State.CONFIRMED, State.EXPIRED);
    assertThat(database.count("ops.target_group_mapping WHERE code = '6.14'")).isEqualTo(1);
  }

  @Test
  void a_proposal_whose_table_was_changed_by_hand_must_be_made_anew() {
    ChangeSet set = proposed(NEW_CODE);
    database
        .owner()
        .useHandle(
            h ->
                h.execute(
                    "UPDATE ops.target_group_mapping SET valid_to = '2030-01-01' WHERE code = '6.9'"));
    assertThat(desk.isFresh(set)).isFalse();
    ChangeSet expired = desk.confirm(set.id(), "operator2");
    assertThat(expired.state()).isEqualTo(State.EXPIRED);
    assertThat(tables.read().knows(code("6.14"), REFORM)).isFalse();
    assertThat(told).isEmpty();
    ChangeSet again = desk.draft(TABLE, "operator2", expired.changes());
    desk.explain(again.id(), "operator2", "igen", false);
    desk.propose(again.id(), "operator2", version());
    assertThat(desk.confirm(again.id(), "operator").state()).isEqualTo(State.CONFIRMED);
  }

  @Test
  void who_proposes_has_seen_the_table_as_it_is() {
    ChangeSet draft = draft(NEW_CODE);
    assertThatThrownBy(() -> desk.propose(draft.id(), "operator", "another version"))
        .isInstanceOf(Refused.class);
    assertThat(sets.draftsOf("operator")).extracting(ChangeSet::id).containsExactly(draft.id());
  }

  @Test
  void a_proposal_that_waits_too_long_expires() {
    ChangeSet set = proposed(NEW_CODE);
    clock.advance(Duration.ofDays(15));
    assertThat(desk.confirm(set.id(), "operator2").state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void days_that_have_been_are_changed_only_when_it_is_said() {
    Change past = new Change.End(SICK, LocalDate.of(2026, 1, 1));
    ChangeSet draft = draft(past);
    assertThat(problemsOf(() -> desk.propose(draft.id(), "operator", version())))
        .anyMatch(text -> text.contains("dage før i dag"));
    desk.explain(draft.id(), "operator", "lukket i utide", true);
    ChangeSet set = desk.propose(draft.id(), "operator", version());
    assertThat(desk.confirm(set.id(), "operator2").state()).isEqualTo(State.CONFIRMED);
  }

  @Test
  void a_reason_is_needed_and_holds_no_personal_number() {
    ChangeSet draft = desk.draft(TABLE, "operator", List.of(NEW_CODE));
    assertThat(problemsOf(() -> desk.propose(draft.id(), "operator", version())))
        .containsExactly("Skriv, hvorfor tabellen skal ændres.");
    assertThat(
            problemsOf(
                () -> desk.explain(draft.id(), "operator", "borger 670180-9995 mangler", false)))
        .containsExactly("Begrundelsen må ikke indeholde et personnummer.");
  }

  @Test
  void a_draft_is_its_proposers_alone() {
    ChangeSet draft = draft(NEW_CODE);
    assertThatThrownBy(() -> desk.remove(draft.id(), "operator2", 1)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> desk.reject(draft.id(), "operator2", "")).isInstanceOf(Refused.class);
    desk.reject(draft.id(), "operator", "");
    assertThat(sets.draftsOf("operator")).isEmpty();
    assertThat(sets.closed(10, 0)).isEmpty();
  }

  @Test
  void a_step_that_does_not_fit_never_gets_into_the_draft() {
    ChangeSet draft = draft(NEW_CODE);
    assertThat(
            problemsOf(
                () -> desk.add(draft.id(), "operator", add("6.15", "nowhere", REFORM, null))))
        .containsExactly("Undersøgelsens målgruppe skal være et af valgene eller tom.");
    assertThat(sets.find(draft.id()).orElseThrow().changes()).containsExactly(NEW_CODE);
    assertThat(desk.remove(draft.id(), "operator", 1).changes()).isEmpty();
  }

  @Test
  void overlapping_rows_are_refused_by_the_rules_and_by_the_database() {
    ChangeSet draft = draft(add("6.6", "dagpenge", REFORM, null));
    assertThat(problemsOf(() -> desk.propose(draft.id(), "operator", version())))
        .containsExactly("To rækker for LAB6 6.6 gælder på samme dag (01-01-2027).");
    assertThatThrownBy(
            () ->
                database
                    .owner()
                    .useHandle(
                        h ->
                            h.execute(
                                "INSERT INTO ops.target_group_mapping VALUES ('LAB6', '6.6', NULL, '2027-01-01', NULL)")))
        .hasMessageContaining("target_group_mapping_apart");
    assertThatThrownBy(
            () ->
                database
                    .owner()
                    .useHandle(
                        h ->
                            h.execute(
                                "INSERT INTO ops.conversation_trigger VALUES (7, 'dagpenge', '2027-01-01', NULL)")))
        .hasMessageContaining("conversation_trigger_apart");
  }

  @Test
  void a_code_never_leads_to_a_group_that_does_not_hold() {
    ChangeSet group =
        proposedOf(
            "survey-groups",
            new Change.End(new RowRef(List.of("jobafklaring"), LocalDate.of(2020, 1, 1)), REFORM),
            false);
    assertThat(group.state()).isEqualTo(State.DRAFT);
    assertThat(
            problemsOf(() -> desk.propose(group.id(), "operator", versionOf(SurveyTable.GROUPS))))
        .contains("LAB6 6.7 hører til gruppen jobafklaring, som ikke gælder den 01-01-2027.");
  }

  @Test
  void what_a_listener_throws_in_the_transaction_undoes_the_change() {
    ChangeSet set = proposed(NEW_CODE);
    ChangeDesk broken =
        desk(
            new MappingChanged() {
              @Override
              public void changing(String table) {
                throw new IllegalStateException("the queue is full");
              }
            });
    assertThatThrownBy(() -> broken.confirm(set.id(), "operator2")).hasMessage("the queue is full");
    assertThat(tables.read().knows(code("6.14"), REFORM)).isFalse();
    assertThat(sets.find(set.id())).map(ChangeSet::state).contains(State.PROPOSED);
  }

  private ChangeDesk desk(MappingChanged listener) {
    return new ChangeDesk(
        new Tables(
            List.of(
                tables.editable(SurveyTable.TARGET_GROUPS),
                tables.editable(SurveyTable.GROUPS),
                tables.editable(SurveyTable.TRIGGERS))),
        sets,
        new ChangeForecast(List.of()),
        new ChangeNews(List.of(listener), (table, failure) -> told.add("failed " + table)),
        new SqlAuditLog(database.gateway()),
        database.transactions(),
        SettableClock.at("2026-11-23T10:00"),
        clock,
        Duration.ofDays(14));
  }

  private ChangeSet draft(Change... changes) {
    ChangeSet draft = desk.draft(TABLE, "operator", List.of(changes));
    return desk.explain(draft.id(), "operator", "STAR har meldt det", false);
  }

  private ChangeSet proposed(Change... changes) {
    return desk.propose(draft(changes).id(), "operator", version());
  }

  private ChangeSet proposedOf(String table, Change change, boolean past) {
    ChangeSet draft = desk.draft(table, "operator", List.of(change));
    return desk.explain(draft.id(), "operator", "STAR har meldt det", past);
  }

  private String version() {
    return versionOf(SurveyTable.TARGET_GROUPS);
  }

  private String versionOf(SurveyTable table) {
    return tables.editable(table).content().version();
  }

  private static Change add(String code, String group, LocalDate from, @Nullable LocalDate to) {
    return new Change.Add(List.of("LAB6", code, group), new Period(from, to));
  }

  private static TargetGroupCode code(String code) {
    return new TargetGroupCode("LAB6", code, REFORM);
  }

  private Object confirmedBy(ChangeSet set, String by) {
    try {
      return desk.confirm(set.id(), by).state();
    } catch (Refused e) {
      return "refused";
    }
  }

  private static List<String> problemsOf(Runnable step) {
    try {
      step.run();
      return List.of();
    } catch (Refused e) {
      return e.problems().stream().map(TableProblem::text).toList();
    }
  }

  private static List<Object> atOnce(Callable<Object> one, Callable<Object> other)
      throws InterruptedException, ExecutionException {
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Object> ends = new ArrayList<>();
      for (Future<Object> end :
          both.invokeAll(List.of(after(start, one), after(start, other)), 30, TimeUnit.SECONDS)) {
        ends.add(end.get());
      }
      return ends;
    } finally {
      both.shutdownNow();
    }
  }

  private static Callable<Object> after(CyclicBarrier start, Callable<Object> step) {
    return () -> {
      start.await(20, TimeUnit.SECONDS);
      return step.call();
    };
  }

  private record Ears(List<String> told) implements MappingChanged {
    @Override
    public void changing(String table) {
      synchronized (told) {
        told.add("changing " + table);
      }
    }

    @Override
    public void changed(String table) {
      synchronized (told) {
        told.add("changed " + table);
      }
    }
  }
}
