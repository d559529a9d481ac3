package dk.borgermaaling.schultz.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.jpa.Migrations;
import dk.borgermaaling.gateway.tables.ChangePreview;
import dk.borgermaaling.gateway.tables.Period;
import dk.borgermaaling.gateway.tables.Preview;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableContent;
import dk.borgermaaling.gateway.tables.TableDiff;
import dk.borgermaaling.gateway.testing.SettableClock;
import dk.borgermaaling.schultz.Aarhus;
import dk.borgermaaling.schultz.ToldGroup;
import dk.borgermaaling.schultz.UnknownFasitGroup;
import dk.borgermaaling.schultz.jpa.SqlFasitTargetGroups;
import dk.borgermaaling.schultz.jpa.SqlToldGroups;
import dk.borgermaaling.schultz.jpa.SqlUnknownFasitGroups;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FasitGroupTableTest {
  private static final String ID = "a65c6a8e-1b27-e111-9ada-005056a823a6";
  private static final LocalDate REFORM = LocalDate.of(2027, 1, 1);
  private static final Row ROW = row("LAB6", "6.6", LocalDate.of(2020, 1, 1));

  private static EmbeddedPostgres postgres = start();
  private final Jdbi jdbi = Jdbi.create(postgres.getPostgresDatabase());
  private final FasitGroupTable table = new FasitGroupTable(jdbi);

  @BeforeAll
  static void migrate() {
    Jdbi.create(postgres.getPostgresDatabase())
        .useHandle(
            handle ->
                handle
                    .createScript(
                        "CREATE ROLE borgermaaling_gateway; CREATE ROLE borgermaaling_answers;"
                            + " CREATE ROLE borgermaaling_report;")
                    .execute());
    Migrations.run(postgres.getPostgresDatabase());
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void rows_come_and_go_and_never_overlap() {
    table.apply(new TableDiff(List.of(), List.of(ROW)));
    assertThat(table.rows()).containsExactly(ROW);
    Row ended = new Row(ROW.cells(), new Period(ROW.period().from(), REFORM));
    Row contact = row("KONTAKTGRUPPE", "KG2/4", REFORM);
    table.apply(new TableDiff(List.of(ROW), List.of(ended, contact)));
    assertThat(table.content().rows()).containsExactly(ended, contact);
    assertThat(new SqlFasitTargetGroups(jdbi).of("aarhus").find(UUID.fromString(ID), REFORM))
        .hasValueSatisfying(found -> assertThat(found.code()).isEqualTo("KG2/4"));
    assertThatThrownBy(
            () ->
                table.apply(
                    new TableDiff(List.of(), List.of(row("LAB6", "6.1", REFORM.plusYears(1))))))
        .hasMessageContaining("fasit_target_group_apart");
    assertThatThrownBy(() -> table.apply(new TableDiff(List.of(ROW), List.of())))
        .isInstanceOf(IllegalStateException.class);
    table.apply(new TableDiff(List.of(ended, contact), List.of()));
  }

  @Test
  void a_code_has_the_form_of_its_code_system() {
    assertThat(table.problemsOf(List.of(ROW, row("LAB6", "2.1", REFORM))))
        .containsExactly("LAB6 skrives som 6.1 eller 6.13, ikke 2.1.");
  }

  @Test
  void the_preview_counts_what_waits_for_the_id() {
    Happening held =
        new Happening.ConversationHeld(REFORM, 7, Happening.ConversationForm.IN_PERSON);
    String detail = "The target group " + ID + " is not in the tenant's table of 2027-01-01";
    assertThat(UnknownFasitGroup.in(detail))
        .contains(new UnknownFasitGroup(UUID.fromString(ID), held.date()));
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO intake.dead_letter (municipality_code, source, entity_id, reason, detail)"
                    + " VALUES ('0751', 'FASIT', 'a', 'unknown-target-group', ?),"
                    + " ('0751', 'FASIT', 'b', 'unknown-target-group', ?),"
                    + " ('0751', 'FASIT', 'c', 'unknown-target-group', 'something else')",
                detail,
                detail));
    FasitGroupPreview preview = new FasitGroupPreview(new SqlUnknownFasitGroups(jdbi));
    assertThat(preview.concerns(FasitGroupTable.ID)).isTrue();
    assertThat(preview.of(question(List.of(ROW))))
        .isEqualTo(new Preview(List.of(new Preview.Line("0751", "ukendt id", "LAB6 6.6", 2))));
    assertThat(preview.of(question(List.of(row("LAB6", "6.6", REFORM.plusDays(1))))).isEmpty())
        .isTrue();
  }

  @Test
  void the_preview_counts_what_would_have_been_read_otherwise_in_the_last_30_days() {
    UUID id = UUID.fromString(ID);
    SqlToldGroups told = new SqlToldGroups(jdbi);
    SettableClock clock = SettableClock.at("2027-01-04T09:00");
    Instant now = clock.now();
    tell(told, id, now.minus(Duration.ofDays(2)), false);
    tell(told, id, now.minus(Duration.ofDays(3)), false);
    tell(told, id, now.minus(Duration.ofDays(29)), true);
    tell(told, id, now.minus(Duration.ofDays(31)), false);
    tell(told, new UUID(0, 1), now.minus(Duration.ofDays(2)), false);
    FasitReadingPreview preview = new FasitReadingPreview(told, clock);
    Row old = row("LAB6", "6.6", LocalDate.of(2020, 1, 1));
    Row until = new Row(old.cells(), new Period(old.period().from(), REFORM));

    assertThat(preview.of(question(List.of(old), List.of(old), null)).isEmpty()).isTrue();
    assertThat(
            preview.of(
                question(
                    List.of(old), List.of(row("LAB6", "6.7", LocalDate.of(2020, 1, 1))), null)))
        .as("another code")
        .isEqualTo(new Preview(List.of(new Preview.Line("0751", "LAB6 6.6", "LAB6 6.7", 3))));
    assertThat(preview.of(question(List.of(old), List.of(until, row("LAB6", "6.7", REFORM)), null)))
        .as("another code from a day on")
        .isEqualTo(new Preview(List.of(new Preview.Line("0751", "LAB6 6.6", "LAB6 6.7", 2))));
    assertThat(preview.of(question(List.of(old), List.of(until), null)))
        .as("a row that ends: who has left the group has left it all the same")
        .isEqualTo(new Preview(List.of(new Preview.Line("0751", "LAB6 6.6", "ukendt id", 2))));
    assertThat(
            preview.of(
                question(
                    List.of(old),
                    List.of(
                        new Row(old.cells(), new Period(old.period().from(), REFORM.plusYears(1))),
                        row("LAB6", "6.7", REFORM.plusYears(1))),
                    REFORM.plusYears(1))))
        .as("of days to come, as if they had come")
        .isEqualTo(new Preview(List.of(new Preview.Line("0751", "LAB6 6.6", "LAB6 6.7", 3))));
    assertThat(preview.concerns(FasitGroupTable.ID)).isTrue();

    told.forget(now.minus(ChangePreview.BACK));
    assertThat(told.between(Instant.EPOCH, now).stream().mapToLong(SqlToldGroups.Counted::count))
        .containsExactlyInAnyOrder(1L, 1L, 1L, 1L);
  }

  private void tell(SqlToldGroups told, UUID fasitId, Instant at, boolean left) {
    UUID event = UUID.randomUUID();
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO intake.case_event (municipality_code, event_id, source, entity_id,"
                    + " version, withdrawn, occurred_at, received_at, citizen_id, happening,"
                    + " happened_on, content_hash) VALUES ('0751', ?, 'FASIT', ?, 1, false, ?, ?,"
                    + " ?, 'CITIZEN_DIED', '2026-12-01', '\\x00')",
                event,
                event.toString(),
                at.atOffset(ZoneOffset.UTC),
                at.atOffset(ZoneOffset.UTC),
                event));
    LocalDate day = LocalDate.ofInstant(at, BusinessClock.DENMARK);
    told.keep(Aarhus.TENANT, List.of(new ToldGroup(event, at, fasitId, day, left)));
  }

  @Test
  void the_gateway_may_do_no_more_than_it_does() {
    List<String> granted =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT table_name || ' ' || string_agg(privilege_type, ' ' ORDER BY"
                            + " privilege_type) FROM information_schema.role_table_grants"
                            + " WHERE grantee = 'borgermaaling_gateway'"
                            + " AND table_name LIKE 'fasit%' GROUP BY table_name")
                    .mapTo(String.class)
                    .list());
    assertThat(granted)
        .containsExactlyInAnyOrder(
            "fasit_file INSERT SELECT UPDATE",
            "fasit_file_error DELETE INSERT SELECT",
            "fasit_file_refused DELETE INSERT SELECT UPDATE",
            "fasit_target_group DELETE INSERT SELECT",
            "fasit_told_group DELETE INSERT SELECT");
  }

  private static ChangePreview.Question question(
      List<Row> now, List<Row> wouldBe, @Nullable LocalDate broughtForward) {
    return new ChangePreview.Question(
        new TableContent(FasitGroupTable.ID, now),
        new TableContent(FasitGroupTable.ID, wouldBe),
        broughtForward);
  }

  private static ChangePreview.Question question(List<Row> wouldBe) {
    return new ChangePreview.Question(
        new TableContent(FasitGroupTable.ID, List.of()),
        new TableContent(FasitGroupTable.ID, wouldBe),
        null);
  }

  private static Row row(String system, String code, LocalDate from) {
    return new Row(List.of("aarhus", ID, system, code), new Period(from, null));
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
