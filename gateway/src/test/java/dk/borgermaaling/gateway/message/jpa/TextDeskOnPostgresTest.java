package dk.borgermaaling.gateway.message.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.audit.jpa.SqlAuditLog;
import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.message.BuiltInTexts;
import dk.borgermaaling.gateway.message.MessageTemplate;
import dk.borgermaaling.gateway.message.Part;
import dk.borgermaaling.gateway.message.Surroundings;
import dk.borgermaaling.gateway.message.TextDesk;
import dk.borgermaaling.gateway.message.TextInUse;
import dk.borgermaaling.gateway.message.TextKey;
import dk.borgermaaling.gateway.message.TextRefused;
import dk.borgermaaling.gateway.message.TextStep;
import dk.borgermaaling.gateway.message.TextVersion;
import dk.borgermaaling.gateway.message.TextVersion.State;
import dk.borgermaaling.gateway.message.TextsFixture;
import dk.borgermaaling.gateway.testing.Database;
import dk.borgermaaling.gateway.testing.SettableClock;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

class TextDeskOnPostgresTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
  private static final TextKey KEY =
      new TextKey(
          TextsFixture.ODENSE.code(),
          null,
          "dagpenge",
          TextStep.FIRST,
          Channel.DIGITAL_POST,
          "da",
          "");
  private final Database database = Database.fresh();
  private final SettableClock business = SettableClock.at("2026-11-30T10:00");
  private final SettableRealClock real = new SettableRealClock("2026-11-30T09:00:00Z");
  private final SqlTextStore store = new SqlTextStore(database.gateway());
  private int changes;
  private final TextDesk desk =
      new TextDesk(
          store,
          day ->
              new Surroundings(
                  List.of(TextsFixture.ODENSE, TextsFixture.LONG),
                  TextsFixture.GROUPS,
                  TextsFixture.revealing(TextsFixture.GROUPS),
                  Map.of(),
                  "Ring.",
                  List.of("da"),
                  URI.create("https://localhost/s/x")),
          new SqlAuditLog(database.gateway()),
          database.transactions(),
          () -> changes++,
          business,
          real);

  @Test
  void a_text_comes_into_use_by_two_people_and_its_words_come_back_as_written() {
    TextVersion draft = desk.draft(text("Ny tekst", "Hvad synes du?"), "anna");
    desk.edit(draft.id(), "anna", text("Ny tekst", "Hvad mener du?"), TODAY, "Kortere");
    desk.propose(draft.id(), "anna");
    refused(() -> desk.confirm(draft.id(), "anna"), "En anden");
    desk.confirm(draft.id(), "bo");
    TextVersion used = store.find(draft.id()).orElseThrow();
    assertThat(used.holdsOn(TODAY)).isTrue();
    assertThat(used.text().key()).isEqualTo(KEY);
    assertThat(used.text().parts()).isEqualTo(text("x", "Hvad mener du?").parts());
    assertThat(store.inUse(TODAY)).extracting(TextInUse::text).containsExactly(used.text());
    assertThat(changes).isEqualTo(1);
    assertThat(database.texts("SELECT action || ' ' || actor FROM ops.audit"))
        .containsExactly("PROPOSED_MESSAGE_TEXT anna", "CONFIRMED_MESSAGE_TEXT bo");
  }

  @Test
  void a_text_with_a_finding_is_neither_proposed_nor_confirmed() {
    TextVersion draft = desk.draft(text("Ny", "Om dine dagpenge"), "anna");
    desk.edit(draft.id(), "anna", draft.text(), TODAY, "Fordi");
    refused(() -> desk.propose(draft.id(), "anna"), "kan røbe");
    assertThat(store.find(draft.id()).orElseThrow().state()).isEqualTo(State.DRAFT);
    refused(() -> desk.confirm(draft.id(), "bo"), "venter ikke");
  }

  @Test
  void a_draft_is_its_authors_alone() {
    TextVersion draft = desk.draft(text("Ny", "Hvad?"), "anna");
    refused(() -> desk.edit(draft.id(), "bo", draft.text(), TODAY, ""), "Kun den");
    refused(() -> desk.delete(draft.id(), "bo"), "Kun den");
    refused(() -> desk.propose(draft.id(), "bo"), "Kun den");
    desk.delete(draft.id(), "anna");
    assertThat(store.find(draft.id())).isEmpty();
  }

  @Test
  void a_new_text_ends_the_one_before_and_ends_where_the_next_begins() {
    UUID first = inUse("Første", TODAY);
    UUID later = inUse("Senere", TODAY.plusDays(20));
    UUID between = inUse("Imellem", TODAY.plusDays(10));
    assertThat(store.find(first).orElseThrow().to()).isEqualTo(TODAY.plusDays(10));
    assertThat(store.find(between).orElseThrow().to()).isEqualTo(TODAY.plusDays(20));
    assertThat(store.find(later).orElseThrow().to()).isNull();
    UUID same = inUse("Samme dag", TODAY);
    assertThat(store.find(first).orElseThrow().holdsFrom(TODAY)).isFalse();
    assertThat(store.find(same).orElseThrow().to()).isEqualTo(TODAY.plusDays(10));
  }

  @Test
  void one_person_takes_a_text_out_of_use_at_once_and_says_why() {
    UUID id = inUse("Første", TODAY.minusDays(3));
    business.advance(Duration.ofDays(2));
    refused(() -> desk.end(id, "anna", " "), "Skriv hvorfor");
    desk.end(id, "anna", "Forkert navn");
    TextVersion ended = store.find(id).orElseThrow();
    assertThat(ended.holdsOn(TODAY.plusDays(1))).isTrue();
    assertThat(ended.holdsOn(TODAY.plusDays(2))).isFalse();
    refused(() -> desk.end(id, "bo", "Igen"), "ikke i brug");
    assertThat(store.current(TODAY.plusDays(2))).isEmpty();
    assertThat(store.history(KEY, 10)).hasSize(1);
  }

  @Test
  void a_proposal_whose_day_has_passed_holds_from_today() {
    TextVersion draft = desk.draft(text("Ny", "Hvad?"), "anna");
    desk.edit(draft.id(), "anna", draft.text(), TODAY, "Fordi");
    desk.propose(draft.id(), "anna");
    business.advance(Duration.ofDays(4));
    assertThat(desk.confirm(draft.id(), "bo").from()).isEqualTo(TODAY.plusDays(4));
  }

  @Test
  void a_rejected_text_stays_and_is_over() {
    TextVersion draft = desk.draft(text("Ny", "Hvad?"), "anna");
    desk.edit(draft.id(), "anna", draft.text(), TODAY, "Fordi");
    desk.propose(draft.id(), "anna");
    desk.reject(draft.id(), "bo", "For kort");
    refused(() -> desk.confirm(draft.id(), "bo"), "venter ikke");
    assertThat(store.find(draft.id()).orElseThrow().decision())
        .satisfies(decision -> assertThat(decision).isNotNull());
    assertThat(store.inUse(TODAY)).isEmpty();
  }

  @Test
  void a_number_of_a_person_is_kept_out_of_name_and_reason() {
    refused(() -> desk.draft(text("Til 6101801234", "Hvad?"), "anna"), "CPR");
    TextVersion draft = desk.draft(text("Ny", "Hvad?"), "anna");
    refused(() -> desk.edit(draft.id(), "anna", draft.text(), TODAY, "610180-1234"), "CPR");
  }

  @Test
  void the_database_keeps_what_was_proposed_and_asks_for_two_people() {
    UUID id = inUse("Første", TODAY);
    refusedByTheDatabase("UPDATE ops.message_text SET body = 'andet' WHERE id = ?", id);
    refusedByTheDatabase("UPDATE ops.message_text SET author = 'bo' WHERE id = ?", id);
    refusedByTheDatabase("UPDATE ops.message_text SET decided_by = author WHERE id = ?", id);
    refusedByTheDatabase("UPDATE ops.message_text SET state = 'DRAFT' WHERE id = ?", id);
    refusedByTheDatabase("DELETE FROM ops.message_text WHERE id = ?", id);
    refusedByTheDatabase(
        "INSERT INTO ops.message_text SELECT (jsonb_populate_record(t, jsonb_build_object('id',"
            + " gen_random_uuid()))).* FROM ops.message_text t WHERE id = ?",
        id);
  }

  private void refusedByTheDatabase(String sql, UUID id) {
    assertThatThrownBy(() -> database.gateway().useHandle(handle -> handle.execute(sql, id)))
        .isInstanceOf(JdbiException.class);
  }

  private static void refused(Runnable step, String why) {
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(
            TextRefused.class,
            refusal -> assertThat(String.join(" ", refusal.problems())).contains(why));
  }

  private UUID inUse(String name, LocalDate from) {
    TextVersion draft = desk.draft(text(name, "Hvad synes du?"), "anna");
    desk.edit(draft.id(), "anna", draft.text(), from, "Fordi");
    desk.propose(draft.id(), "anna");
    desk.confirm(draft.id(), "bo");
    return draft.id();
  }

  private static MessageTemplate text(String name, String subject) {
    MessageTemplate like = BuiltInTexts.of(KEY.step(), KEY.channel());
    Map<Part, String> parts = new EnumMap<>(like.parts());
    parts.put(Part.SUBJECT, subject);
    return new MessageTemplate(null, name, KEY, parts);
  }
}
