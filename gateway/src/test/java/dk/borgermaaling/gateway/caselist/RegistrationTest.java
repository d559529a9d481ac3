package dk.borgermaaling.gateway.caselist;

import static dk.borgermaaling.gateway.caselist.ListFixture.counts;
import static dk.borgermaaling.gateway.testing.CoreFixture.AARHUS;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.DeadLetters.Told;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.UnknownGroup;
import dk.borgermaaling.gateway.caselist.CaseList.State;
import dk.borgermaaling.gateway.caselist.CaseLists.Answer;
import dk.borgermaaling.gateway.caselist.Counts.Name;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationTest {
  private static final String HEADINGS =
      "CPR;Målgruppe;Målgruppe start;Samtaletype;Samtaledato;Samtaleform;Forløbsslut";
  private static final String ROW = "6701809995;6.7;01-06-2026;7;18-11-2026;Personligt;";

  private final ListFixture fixture = new ListFixture();

  @Test
  void a_row_gives_an_event_for_each_thing_that_it_tells_of() {
    CaseList done =
        fixture.registered(
            ODENSE, HEADINGS, "6701809995;6.7;01-06-2026;7;18-11-2026;Personligt;20-11-2026");
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.counts().numbers())
        .isEqualTo(
            counts(
                Name.ROWS, 1, Name.GROUPS, 1, Name.CONVERSATIONS, 1, Name.COURSES, 1, Name.NEW, 3));
    assertThat(
            fixture.core.database.texts(
                "SELECT concat_ws(' ', source, happening, version, group_code, happened_on,"
                    + " conversation_type, conversation_form) FROM intake.case_event"
                    + " ORDER BY occurred_at"))
        .containsExactly(
            "LIST TARGET_GROUP_STARTED 1 6.7 2026-06-01",
            "LIST CONVERSATION_HELD 1 6.7 2026-11-18 7 IN_PERSON",
            "LIST COURSE_ENDED 1 6.7 2026-11-20");
  }

  @Test
  void the_same_row_in_the_next_list_is_known_and_what_is_left_out_changes_nothing() {
    fixture.registered(ODENSE, HEADINGS, ROW, "6702809994;6.6;01-06-2026;4;17-11-2026;Telefon;");
    CaseList next =
        fixture.registered(ODENSE, HEADINGS, "6703809993;6.6;01-06-2026;4;17-11-2026;Brev;", ROW);
    assertThat(next.counts().of(Name.DUPLICATE)).isEqualTo(2);
    assertThat(next.counts().of(Name.NEW)).isEqualTo(2);
    assertThat(fixture.core.database.count("intake.case_event")).isEqualTo(6);
    assertThat(
            fixture.core.database.texts("SELECT DISTINCT withdrawn::text FROM intake.case_event"))
        .containsExactly("false");
  }

  @Test
  void a_corrected_row_is_the_next_version_and_so_is_its_correction_back() {
    fixture.registered(ODENSE, HEADINGS, ROW);
    CaseList corrected = fixture.registered(ODENSE, HEADINGS, ROW.replace(";7;", ";4;"));
    assertThat(corrected.counts().of(Name.CORRECTED)).isEqualTo(1);
    assertThat(corrected.counts().of(Name.DUPLICATE)).isEqualTo(1);
    fixture.registered(ODENSE, HEADINGS, ROW);
    assertThat(
            fixture.core.database.texts(
                "SELECT version || ' ' || conversation_type FROM intake.case_event"
                    + " WHERE happening = 'CONVERSATION_HELD' ORDER BY version"))
        .containsExactly("1 7", "2 4", "3 7");
  }

  @Test
  void the_same_citizen_is_another_ones_in_another_municipality() {
    fixture.registered(ODENSE, HEADINGS, ROW);
    CaseList other = fixture.registered(AARHUS, HEADINGS, ROW);
    assertThat(other.counts().of(Name.NEW)).isEqualTo(2);
    assertThat(fixture.core.database.texts("SELECT DISTINCT entity_id FROM intake.case_event"))
        .hasSize(4);
  }

  @Test
  void a_case_systems_own_id_makes_a_correction_of_the_citizen_a_correction() {
    String headings = "Sagsid;CPR;Samtaletype;Samtaledato;Samtaleform";
    fixture.registered(ODENSE, headings, "S-1;6701809995;7;18-11-2026;Brev");
    CaseList corrected = fixture.registered(ODENSE, headings, "S-1;6702809994;7;18-11-2026;Brev");
    assertThat(corrected.counts().of(Name.CORRECTED)).isEqualTo(1);
    assertThat(fixture.core.database.texts("SELECT DISTINCT entity_id FROM intake.case_event"))
        .containsExactly("list/conversation/S-1/2026-11-18");
  }

  @Test
  void nothing_that_is_stored_leads_back_to_a_cpr_number() {
    fixture.registered(ODENSE, HEADINGS, ROW, ROW.replace("6.7", "6.99"), "x;y;z;;;;");
    for (String table :
        List.of(
            "intake.case_event",
            "intake.feed_entity",
            "ops.case_list",
            "ops.case_list_note",
            "intake.dead_letter",
            "ops.case_list_columns",
            "ops.case_list_word",
            "ops.scheduled_tasks")) {
      assertThat(fixture.core.database.texts("SELECT t::text FROM " + table + " t"))
          .as(table)
          .noneMatch(row -> row.contains("6701809995") || row.contains("670180"));
    }
    fixture.uploaded(ODENSE, HEADINGS, ROW);
    assertThat(
            fixture.core.database.texts(
                "SELECT encode(sealed_file, 'escape') FROM ops.case_list"
                    + " WHERE sealed_file IS NOT NULL"))
        .singleElement()
        .asString()
        .doesNotContain("6701809995");
  }

  @Test
  void the_file_is_gone_when_its_rows_are_registered() {
    fixture.registered(ODENSE, HEADINGS, ROW);
    assertThat(fixture.core.database.texts("SELECT (sealed_file IS NULL)::text FROM ops.case_list"))
        .containsExactly("true");
  }

  @Test
  void a_run_that_is_cut_off_goes_on_where_it_was_and_ends_as_one_that_was_not() {
    int rows = 700;
    CaseList list = fixture.uploaded(ODENSE, lines(rows));
    fixture.confirm(list);
    CutOff cutOff = new CutOff();
    Registration dying =
        new Registration(
            fixture.core.database.transactions(),
            fixture.store,
            fixture.files,
            new Intake(
                fixture.store,
                fixture.core.vault,
                fixture.memory,
                fixture.core.intake,
                fixture.core.events,
                cutOff),
            fixture.turn,
            fixture.realClock);
    assertThatThrownBy(() -> dying.run(list.id())).isInstanceOf(Killed.class);
    CaseList half = fixture.lists.find(list.id()).orElseThrow();
    assertThat(half.doneRow()).isBetween(2, rows);
    assertThat(fixture.core.database.count("intake.case_event")).isLessThan(2 * rows);
    fixture.registration().run(list.id());
    CaseList done = fixture.lists.find(list.id()).orElseThrow();
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.counts().numbers())
        .isEqualTo(
            counts(
                Name.ROWS, rows, Name.GROUPS, rows, Name.CONVERSATIONS, rows, Name.NEW, 2 * rows));
    assertThat(fixture.core.database.count("intake.case_event")).isEqualTo(2 * rows);
    fixture.registration().run(list.id());
    assertThat(fixture.core.database.count("intake.case_event")).isEqualTo(2 * rows);
  }

  @Test
  void while_another_file_is_read_on_the_node_a_registration_waits_without_a_thread() {
    CaseList list = fixture.uploaded(ODENSE, HEADINGS, ROW);
    fixture.confirm(list);
    boolean done = fixture.turn.await(() -> fixture.registration().run(list.id()));
    assertThat(done).isFalse();
    assertThat(fixture.core.database.count("intake.case_event")).isZero();
    assertThat(fixture.registration().run(list.id())).isTrue();
    assertThat(fixture.core.database.count("intake.case_event")).isEqualTo(2);
  }

  @Test
  void a_long_registration_makes_room_for_who_waits_and_ends_as_one_that_did_not() {
    int rows = 700;
    CaseList list = fixture.uploaded(ODENSE, lines(rows));
    fixture.confirm(list);
    Clock slow = new SlowClock();
    int runs = 1;
    while (!new Registration(
            fixture.core.database.transactions(),
            fixture.store,
            fixture.files,
            fixture.intake,
            fixture.turn,
            slow)
        .run(list.id())) {
      assertThat(fixture.turn.await(() -> true)).isTrue();
      assertThat(runs++).isLessThan(10);
    }
    assertThat(runs).isEqualTo(3);
    CaseList done = fixture.lists.find(list.id()).orElseThrow();
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.counts().of(Name.ROWS)).isEqualTo(rows);
    assertThat(done.counts().of(Name.NEW)).isEqualTo(2 * rows);
    assertThat(fixture.core.database.count("intake.case_event")).isEqualTo(2 * rows);
  }

  /** Real time of which eleven seconds go by with every look. */
  private static final class SlowClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      now = now.plusSeconds(11);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("ask for instants");
    }
  }

  @Test
  void a_list_that_nobody_has_confirmed_is_never_registered() {
    CaseList list = fixture.uploaded(ODENSE, HEADINGS, ROW);
    fixture.registration().run(list.id());
    assertThat(fixture.core.database.count("intake.case_event")).isZero();
    assertThat(fixture.lists.discard(list.id())).isTrue();
    assertThat(fixture.confirm(list)).isEqualTo(Answer.NOT_OPEN);
    assertThat(fixture.queue).isEmpty();
  }

  @Test
  void a_list_is_registered_once_however_often_it_is_confirmed() {
    CaseList list = fixture.uploaded(ODENSE, HEADINGS, ROW);
    assertThat(fixture.confirm(list)).isEqualTo(Answer.TAKEN);
    assertThat(fixture.confirm(list)).isEqualTo(Answer.NOT_OPEN);
    assertThat(fixture.lists.discard(list.id())).isFalse();
    assertThat(fixture.queue).hasSize(1);
  }

  @Test
  void words_count_as_they_were_when_the_list_was_confirmed() {
    CaseList list = fixture.uploaded(ODENSE, HEADINGS, ROW.replace("6.7", "Afklaring"));
    fixture.explain(list, Field.TARGET_GROUP, "afklaring", "6.7");
    fixture.confirm(list);
    fixture.explain(list, Field.TARGET_GROUP, "afklaring", "6.6");
    fixture.registerAll();
    assertThat(fixture.core.database.texts("SELECT DISTINCT group_code FROM intake.case_event"))
        .containsExactly("6.7");
  }

  @Test
  void an_unknown_code_is_set_aside_and_becomes_an_event_once_the_table_knows_it() {
    List<Told> parked = new ArrayList<>();
    CaseList done = registeredAndRecorded(parked, ROW.replace("6.7", "6.99"));
    assertThat(done.counts().of(Name.SET_ASIDE)).isEqualTo(2);
    assertThat(fixture.deadLetters.waiting(9))
        .extracting(noted -> noted.letter().reason())
        .containsOnly("unknown-target-group");
    assertThat(fixture.lists.notes(done, 9))
        .containsOnly(new Note(2, Field.TARGET_GROUP, Note.Code.CODE_UNKNOWN));
    assertThat(fixture.core.database.count("intake.case_event")).isZero();

    ListRedriver redriver = redriver();
    assertThat(drive(redriver, parked)).allMatch(EventReceipt.Rejected.class::isInstance);
    know("LAB6", "6.99");
    assertThat(drive(redriver, parked)).allMatch(EventReceipt.Stored.class::isInstance);
    assertThat(drive(redriver, parked)).allMatch(EventReceipt.Duplicate.class::isInstance);
    CaseList next = fixture.registered(ODENSE, HEADINGS, ROW.replace("6.7", "6.99"));
    assertThat(next.counts().of(Name.DUPLICATE)).isEqualTo(2);
    assertThat(fixture.core.database.count("intake.case_event")).isEqualTo(2);
  }

  @Test
  void a_code_of_the_act_of_2027_is_set_aside_until_its_table_knows_it_and_told_of_it_then() {
    List<Told> parked = new ArrayList<>();
    CaseList done = registeredAndRecorded(parked, ROW.replace("6.7", "A3"));
    assertThat(done.counts().of(Name.SET_ASIDE)).isEqualTo(2);
    assertThat(fixture.deadLetters.waiting(9))
        .extracting(noted -> UnknownGroup.in(noted.letter().detail()).orElseThrow().group())
        .allMatch(group -> group.isUntold() && group.code().equals("A3"));

    know("LAB2027", "A3");
    assertThat(drive(redriver(), parked)).allMatch(EventReceipt.Stored.class::isInstance);
    assertThat(groups()).containsExactly("LAB2027 A3");
    CaseList next = fixture.registered(ODENSE, HEADINGS, ROW.replace("6.7", "a3"));
    assertThat(next.counts().of(Name.DUPLICATE)).isEqualTo(2);
  }

  @Test
  void a_word_can_be_explained_as_a_code_of_another_system_and_a_code_of_two_only_so() {
    know("LAB2027", "6.7");
    CaseList list =
        fixture.uploaded(ODENSE, HEADINGS, ROW, "6702809994;Syge;01-06-2026;4;17-11-2026;Telefon;");
    fixture.explain(list, Field.TARGET_GROUP, "syge", "LAB2027 6.7");
    fixture.confirm(list);
    fixture.registerAll();

    CaseList done = fixture.lists.find(list.id()).orElseThrow();
    assertThat(done.counts().of(Name.SET_ASIDE)).isEqualTo(2);
    assertThat(done.counts().of(Name.NEW)).isEqualTo(2);
    assertThat(groups()).containsExactly("LAB2027 6.7");
  }

  private List<String> groups() {
    return fixture.core.database.texts(
        "SELECT DISTINCT group_system || ' ' || group_code FROM intake.case_event");
  }

  private ListRedriver redriver() {
    return new ListRedriver(
        fixture.core.intake, fixture.memory, fixture.core.surveyGroups, fixture.core.vault);
  }

  private CaseList registeredAndRecorded(List<Told> parked, String row) {
    CaseList list = fixture.uploaded(ODENSE, HEADINGS, row);
    fixture.confirm(list);
    DeadLetters recording = new Recording(fixture.deadLetters, parked);
    new Registration(
            fixture.core.database.transactions(),
            fixture.store,
            fixture.files,
            new Intake(
                fixture.store,
                fixture.core.vault,
                fixture.memory,
                fixture.core.intake,
                fixture.core.events,
                recording),
            fixture.turn,
            fixture.realClock)
        .run(list.id());
    return fixture.lists.find(list.id()).orElseThrow();
  }

  @Test
  void what_was_set_aside_is_registered_by_the_next_list_too_and_its_letter_removed() {
    fixture.registered(ODENSE, HEADINGS, ROW.replace("6.7", "6.99"));
    know("LAB6", "6.99");
    CaseList next = fixture.registered(ODENSE, HEADINGS, ROW.replace("6.7", "6.99"));
    assertThat(next.counts().of(Name.NEW)).isEqualTo(2);
    assertThat(fixture.deadLetters.waiting(9)).isEmpty();
  }

  @Test
  void what_the_way_in_knows_and_the_memory_does_not_is_corrected_and_not_refused() {
    fixture.registered(ODENSE, HEADINGS, ROW);
    fixture
        .core
        .database
        .owner()
        .useHandle(handle -> handle.execute("DELETE FROM intake.feed_entity"));
    CaseList again = fixture.registered(ODENSE, HEADINGS, ROW.replace(";7;", ";4;"));
    assertThat(again.counts().of(Name.CORRECTED)).isEqualTo(1);
    assertThat(again.counts().of(Name.REFUSED)).isZero();
    assertThat(
            fixture.core.database.texts(
                "SELECT version || ' ' || conversation_type FROM intake.case_event"
                    + " WHERE happening = 'CONVERSATION_HELD' ORDER BY version"))
        .containsExactly("1 7", "2 4");
  }

  @Test
  void a_file_that_nobody_confirms_is_forgotten_after_a_day_and_its_report_after_its_time() {
    CaseList list = fixture.uploaded(ODENSE, HEADINGS, ROW);
    assertThat(forget()).isZero();
    fixture.realClock.advance(Duration.ofHours(25));
    assertThat(forget()).isEqualTo(1);
    assertThat(fixture.lists.find(list.id()).orElseThrow().state()).isEqualTo(State.EXPIRED);
    assertThat(fixture.store.sealedFile(list.id())).isEmpty();
    assertThat(fixture.confirm(list)).isEqualTo(Answer.NOT_OPEN);
    fixture.realClock.advance(Duration.ofDays(90));
    forget();
    assertThat(fixture.core.database.count("ops.case_list")).isZero();
  }

  private int forget() {
    return fixture
        .core
        .database
        .transactions()
        .inOne(
            () ->
                fixture.store.forget(
                    fixture.realClock.instant().minus(Duration.ofHours(24)),
                    fixture.realClock.instant().minus(Duration.ofDays(90))));
  }

  private List<EventReceipt> drive(ListRedriver redriver, List<Told> parked) {
    return fixture
        .core
        .database
        .transactions()
        .inOne(() -> parked.stream().map(told -> redriver.drive(ODENSE, told)).toList());
  }

  private void know(String system, String code) {
    fixture
        .core
        .database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO ops.target_group_mapping (code_system, code, survey_group, valid_from)"
                        + " VALUES (?, ?, 'jobafklaring', ?)",
                    system,
                    code,
                    LocalDate.of(2020, 1, 1)));
    fixture.core.surveyGroups.refresh();
  }

  private static String[] lines(int rows) {
    List<String> lines = new ArrayList<>(List.of(HEADINGS));
    for (int i = 0; i < rows; i++) {
      lines.add("670180%04d;6.7;01-06-2026;7;18-11-2026;Personligt;".formatted(i));
    }
    return lines.toArray(String[]::new);
  }

  /** Dies in the second chunk, after everything of it but the commit. */
  private static final class CutOff implements DeadLetters {
    private int chunks;

    @Override
    public void note(DeadLetter letter) {
      throw new AssertionError(letter);
    }

    @Override
    public void settle(
        EventSource source, MunicipalityCode municipality, Collection<String> entityIds) {
      if (++chunks == 2) {
        throw new Killed();
      }
    }

    @Override
    public List<Noted> waiting(int limit) {
      return List.of();
    }
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Keeps what is parked, as the sealed store would. */
  private record Recording(DeadLetters letters, List<Told> parked) implements DeadLetters {
    @Override
    public void note(DeadLetter letter) {
      letters.note(letter);
    }

    @Override
    public void park(DeadLetter letter, int version, Told told) {
      letters.park(letter, version, told);
      parked.add(told);
    }

    @Override
    public void settle(
        EventSource source, MunicipalityCode municipality, Collection<String> entityIds) {
      letters.settle(source, municipality, entityIds);
    }

    @Override
    public List<Noted> waiting(int limit) {
      return letters.waiting(limit);
    }
  }
}
