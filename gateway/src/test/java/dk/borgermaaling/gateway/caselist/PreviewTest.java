package dk.borgermaaling.gateway.caselist;

import static dk.borgermaaling.gateway.caselist.ListFixture.counts;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgermaaling.gateway.caselist.CaseLists.Word;
import dk.borgermaaling.gateway.caselist.Counts.Name;
import dk.borgermaaling.gateway.caselist.Unreadable.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewTest {
  private static final String HEADINGS =
      "CPR;Målgruppe;Målgruppe start;Samtaletype;Samtaledato;Samtaleform;Forløbsstart;Forløbsslut;Aktør;Kommunekode;Sagsid";
  private static final String ROW =
      "6701809995;6.7;01-06-2026;7;18-11-2026;Personligt;01-06-2026;;Kommunen;461;S-1";

  private final ListFixture fixture = new ListFixture();

  @Test
  void a_preview_says_what_would_happen_and_does_nothing() {
    fixture.registered(ODENSE, HEADINGS, ROW, ROW.replace("S-1", "S-2"));
    long before = rowsEverywhere();
    Preview preview =
        preview(
            ROW,
            ROW.replace("S-1", "S-2").replace(";7;", ";4;"),
            "6702809994;6.99;01-06-2026;;;;;20-11-2026;;0461;S-3",
            "6702809994;6.99;01-06-2026;;;;;20-11-2026;;0461;S-3",
            "x;6.7;01-06-2026;;;;;;;0461;S-4");
    assertThat(preview.counts().numbers())
        .isEqualTo(
            counts(
                Name.ROWS, 5,
                Name.ROWS_REFUSED, 1,
                Name.GROUPS, 3,
                Name.CONVERSATIONS, 2,
                Name.COURSES, 1,
                Name.REPEATED, 2,
                Name.DUPLICATE, 3,
                Name.CORRECTED, 1,
                Name.SET_ASIDE, 2));
    assertThat(preview.notes())
        .containsExactly(
            new Note(4, Field.TARGET_GROUP, Note.Code.CODE_UNKNOWN),
            new Note(4, Field.TARGET_GROUP, Note.Code.CODE_UNKNOWN),
            new Note(6, Field.CPR, Note.Code.CPR_INVALID));
    assertThat(preview.samples()).extracting(Preview.Sample::cpr).contains("670180-****");
    assertThat(preview.samples().toString()).doesNotContain("9995");
    assertThat(rowsEverywhere()).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6701809995;6.7;01-06-2026|;6.7;01-06-2026|CPR|CPR_MISSING",
        "6701809995;6.7|6799809995;6.7|CPR|CPR_INVALID",
        "18-11-2026|18-11-2027|CONVERSATION_DATE|DATE_IN_FUTURE",
        "18-11-2026|24-11-2026|CONVERSATION_DATE|DATE_IN_FUTURE",
        "18-11-2026|23-11-2026 10:30|CONVERSATION_DATE|DATE_IN_FUTURE",
        "18-11-2026|31-11-2026|CONVERSATION_DATE|DATE_INVALID",
        "6.7;01-06-2026|6.7;01-12-2026|GROUP_START|DATE_IN_FUTURE",
        "6.7;01-06-2026|6.7;|GROUP_START|GROUP_WITHOUT_START",
        "6.7;01-06-2026|;01-06-2026|TARGET_GROUP|START_WITHOUT_GROUP",
        "6.7;01-06-2026|06-jul;01-06-2026|TARGET_GROUP|CODE_IS_DATE",
        "6.7;01-06-2026|6,1;01-06-2026|TARGET_GROUP|CODE_AMBIGUOUS",
        "6.7;01-06-2026|afklaring;01-06-2026|TARGET_GROUP|WORD_UNKNOWN",
        ";7;18-11-2026|;;18-11-2026|CONVERSATION_TYPE|TYPE_MISSING",
        "Personligt|''|CONVERSATION_FORM|FORM_MISSING",
        "Personligt|Røgsignal|CONVERSATION_FORM|WORD_UNKNOWN",
        "01-06-2026;;Kommunen|01-06-2026;31-05-2026;Kommunen|COURSE_END|END_BEFORE_START",
        "461|0751|MUNICIPALITY|OTHER_MUNICIPALITY",
        "461|Aarhus|MUNICIPALITY|OTHER_MUNICIPALITY",
        "S-1|670180-9995|CASE_ID|CASE_ID_IS_CPR",
        "S-1|CPR:6701809995|CASE_ID|CASE_ID_IS_CPR",
        "S-1|670180-9995-01|CASE_ID|CASE_ID_IS_CPR",
        "S-1|67.01.80.9995|CASE_ID|CASE_ID_IS_CPR",
        "S-1|0108589995:2|CASE_ID|CASE_ID_IS_CPR",
        "S-1|=cmd~calc|CASE_ID|CASE_ID_INVALID"
      })
  void a_row_with_one_wrong_cell_is_refused_and_the_cell_named(
      String cell, String wrong, Field field, Note.Code note) {
    Preview preview =
        preview(
            ROW.replace(cell, wrong),
            ROW.replace("6701809995", "6702809994").replace("S-1", "S-9"));
    assertThat(preview.notes()).containsExactly(new Note(2, field, note));
    assertThat(preview.counts().of(Name.NEW)).isEqualTo(2);
  }

  @Test
  void a_course_that_is_to_end_later_is_a_remark_and_the_rest_of_the_row_counts() {
    Preview preview = preview(ROW.replace(";;Kommunen", ";31-12-2026;Kommunen"));
    assertThat(preview.notes()).isEmpty();
    assertThat(preview.remarks()).isEqualTo(Map.of(Note.Code.COURSE_NOT_ENDED, 1));
    assertThat(preview.counts().of(Name.NEW)).isEqualTo(2);
  }

  @Test
  void of_two_rows_that_contradict_each_other_neither_is_believed() {
    Preview preview = preview(ROW, ROW, ROW.replace(";7;", ";4;"), ROW.replace("S-1", "S-2"));
    assertThat(preview.notes())
        .containsExactly(
            new Note(2, null, Note.Code.CONTRADICTS, 4),
            new Note(3, null, Note.Code.CONTRADICTS, 2),
            new Note(4, null, Note.Code.CONTRADICTS, 2));
    assertThat(preview.counts().of(Name.NEW)).isEqualTo(2);
  }

  @Test
  void rows_about_conversations_that_repeat_the_citizens_group_do_not_contradict() {
    Preview preview =
        preview(
            ROW.replace("S-1", ""),
            ROW.replace("S-1", "")
                .replace("18-11-2026", "19-11-2026")
                .replace("Kommunen", "A-kasse"));
    assertThat(preview.notes()).isEmpty();
    assertThat(preview.counts().of(Name.REPEATED)).isEqualTo(1);
    assertThat(preview.counts().of(Name.NEW)).isEqualTo(3);
  }

  @Test
  void a_lost_zero_is_put_back_and_said() {
    Preview preview = preview(ROW.replace("6701809995", "108589995"));
    assertThat(preview.remarks()).isEqualTo(Map.of(Note.Code.CPR_ZERO_ADDED, 1));
    assertThat(preview.counts().of(Name.NEW)).isEqualTo(2);
  }

  @Test
  void unknown_words_are_asked_about_the_most_frequent_first_and_remembered() {
    CaseList list =
        fixture.uploaded(
            ODENSE,
            HEADINGS,
            ROW.replace("6.7", "Afklaring"),
            ROW.replace("6.7", "AFKLARING").replace("S-1", "S-2"),
            ROW.replace("6.7", "Andet").replace("S-1", "S-3"),
            ROW.replace("6.7", "670180-9995").replace("S-1", "S-4"));
    assertThat(fixture.lists.unknownWords(list))
        .containsExactly(
            new Word(Field.TARGET_GROUP, "afklaring", 2), new Word(Field.TARGET_GROUP, "andet", 1));
    fixture.explain(list, Field.TARGET_GROUP, "afklaring", "6.7");
    fixture.explain(list, Field.TARGET_GROUP, "andet", Codes.LEFT_OUT);
    assertThat(fixture.lists.unknownWords(list)).isEmpty();
    Preview preview = fixture.lists.preview(list);
    assertThat(preview.counts().of(Name.NEW)).isEqualTo(4);
    assertThat(preview.counts().of(Name.ROWS_LEFT_OUT)).isEqualTo(1);
    assertThat(preview.remarks()).isEqualTo(Map.of(Note.Code.LEFT_OUT, 1));
  }

  @Test
  void columns_are_remembered_for_the_same_headings_and_municipality() {
    String[] file = {"a;b;c", "6701809995;18-11-2026;x"};
    byte[] bytes = String.join("\n", file).getBytes(StandardCharsets.UTF_8);
    CaseList first = fixture.lists.upload("employee", ODENSE, bytes, kept -> {});
    Headings headings = fixture.lists.headings(first);
    assertThat(fixture.lists.proposal(first, headings).places()).isEmpty();
    ColumnMapping columns =
        ColumnMapping.parse(
            Map.of(
                "CPR",
                "0",
                "CONVERSATION_DATE",
                "1",
                "CONVERSATION_TYPE",
                "=7",
                "CONVERSATION_FORM",
                "=VIDEO"));
    assertThat(fixture.lists.choose(first, headings, columns)).isEmpty();
    CaseList next = fixture.lists.upload("employee", ODENSE, bytes, kept -> {});
    assertThat(fixture.lists.proposal(next, headings)).isEqualTo(columns);
    CaseList other =
        fixture.lists.upload(
            "employee", dk.borgermaaling.gateway.testing.CoreFixture.AARHUS, bytes, kept -> {});
    assertThat(fixture.lists.proposal(other, headings).places()).isEmpty();
  }

  @Test
  void a_title_above_the_headings_does_no_harm() {
    CaseList list = fixture.uploaded(ODENSE, "Udtræk november", "", HEADINGS, ROW);
    assertThat(list.rows()).isEqualTo(1);
    assertThat(fixture.lists.preview(list).counts().of(Name.NEW)).isEqualTo(2);
    assertThat(fixture.lists.preview(list).samples().get(0).row()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CPR;Samtaledato|ONLY_HEADINGS",
        "CPR|EMPTY",
        "6701809995;18-11-2026|NO_HEADINGS",
        "670180-9995;x;y|NO_HEADINGS",
        "''|EMPTY"
      })
  void a_file_without_headings_or_rows_is_refused(String text, Reason reason) {
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(
            () ->
                fixture.lists.upload(
                    "employee", ODENSE, text.getBytes(StandardCharsets.UTF_8), kept -> {}))
        .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(reason))
        .withMessageNotContaining("670180");
  }

  @Test
  @Timeout(60)
  void thirty_thousand_rows_are_read_and_compared_within_a_minute() {
    List<String> lines = new ArrayList<>(List.of("CPR;Samtaletype;Samtaledato;Samtaleform"));
    for (int i = 0; i < 30_000; i++) {
      lines.add("67%02d%02d%04d;7;18-11-2026;Telefon".formatted(1 + i / 10_000, 50, i % 10_000));
    }
    Preview preview = fixture.lists.preview(fixture.uploaded(ODENSE, lines.toArray(String[]::new)));
    assertThat(preview.counts().of(Name.NEW)).isEqualTo(30_000);
  }

  private Preview preview(String... rows) {
    List<String> lines = new ArrayList<>(List.of(HEADINGS));
    lines.addAll(List.of(rows));
    return fixture.lists.preview(fixture.uploaded(ODENSE, lines.toArray(String[]::new)));
  }

  private long rowsEverywhere() {
    long rows = 0;
    for (String table :
        List.of(
            "contact.citizen",
            "intake.case_event",
            "intake.feed_entity",
            "intake.dead_letter",
            "ops.case_list",
            "ops.case_list_note")) {
      rows += fixture.core.database.count(table);
    }
    return rows;
  }
}
