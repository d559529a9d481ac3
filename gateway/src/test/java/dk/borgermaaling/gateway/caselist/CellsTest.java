package dk.borgermaaling.gateway.caselist;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final KnownTargetGroups GROUPS =
      new KnownTargetGroups() {
        @Override
        public boolean knows(TargetGroupCode code, LocalDate on) {
          return codes(on).stream()
              .anyMatch(
                  known ->
                      known.system().equals(code.system()) && known.code().equals(code.code()));
        }

        @Override
        public boolean knewBy(TargetGroupCode code, LocalDate day) {
          return knows(code, day);
        }

        @Override
        public List<TargetGroupCode> codes(LocalDate on) {
          return Stream.concat(
                  IntStream.rangeClosed(1, 13).mapToObj(number -> "LAB6 6." + number),
                  Stream.of("KONTAKTGRUPPE KG2/4", "LAB2027 A3", "LAB2027 Selv", "LAB2027 7.1"))
              .map(text -> text.split(" ", -1))
              .map(parts -> new TargetGroupCode(parts[0], parts[1], on))
              .toList();
        }
      };

  @ParameterizedTest
  @ValueSource(strings = {"6701809995", "670180-9995", "670180 9995", "\u00a0670180–9995"})
  void a_cpr_number_is_ten_digits_with_or_without_hyphen(String text) {
    CprCell read = CprCell.of(Cell.text(text));
    assertThat(read.note()).isNull();
    assertThat(read.number()).hasToString("670180-****");
  }

  @Test
  void nine_digits_have_lost_their_zero_which_is_said() {
    for (Cell cell :
        new Cell[] {
          Cell.text("108589995"),
          Cell.text("10858-9995"),
          new Cell.Numeric(new BigDecimal("108589995"), null)
        }) {
      CprCell read = CprCell.of(cell);
      assertThat(read.note()).isEqualTo(Note.Code.CPR_ZERO_ADDED);
      assertThat(read.number()).hasToString("010858-****");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "6799809995,CPR_INVALID",
    "12345678,CPR_INVALID",
    "67018099951,CPR_INVALID",
    "Jens Hansen,CPR_INVALID",
    "'6,7018E+09',CPR_SHORTENED",
    "'=6701809995',CPR_INVALID"
  })
  void what_is_no_cpr_number_is_said_so(String text, Note.Code note) {
    CprCell read = CprCell.of(Cell.text(text));
    assertThat(read.number()).isNull();
    assertThat(read.note()).isEqualTo(note);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "23-11-2026",
        "23.11.2026",
        "23/11/2026",
        "2026-11-23",
        "23-11-2026 00:00",
        "23.11.2026 kl. 00.00",
        "2026-11-23T00:00:00",
        "2026-11-23 00:00:00.000",
        "2026-11-22T23:00:00Z",
        "2026-11-22 23:00:00.0000000 +00:00"
      })
  void a_danish_date_is_read_in_every_form(String text) {
    DateCell read = DateCell.of(Cell.text(text));
    assertThat(read.date()).isEqualTo(TODAY);
    assertThat(read.at()).isEqualTo("2026-11-22T23:00:00Z");
  }

  @Test
  void a_day_and_a_month_may_have_one_digit_and_a_time_is_danish() {
    assertThat(DateCell.of(Cell.text("3.7.2026 9:30")).at()).isEqualTo("2026-07-03T07:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10-25T00:45:46Z", "2026-10-25T01:45:46Z"})
  void a_time_with_a_zone_is_itself_in_the_hour_that_autumn_has_twice(String told) {
    DateCell read = DateCell.of(Cell.text(told));
    assertThat(read.date()).isEqualTo("2026-10-25");
    assertThat(read.at()).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "31-02-2026,DATE_INVALID",
    "11/23/2026,DATE_INVALID",
    "23-11.2026,DATE_INVALID",
    "46349,DATE_INVALID",
    "i går,DATE_INVALID",
    "23-11-26,DATE_SHORT_YEAR",
    "23-11-1826,DATE_OUT_OF_RANGE",
    "23-11-2262,DATE_OUT_OF_RANGE",
    "23-11-2026 25:00,DATE_INVALID"
  })
  void what_is_no_danish_date_is_said_so(String text, Note.Code note) {
    DateCell read = DateCell.of(Cell.text(text));
    assertThat(read.date()).isNull();
    assertThat(read.note()).isEqualTo(note);
  }

  @Test
  void a_number_that_a_workbook_counts_days_by_is_a_date_with_a_remark() {
    DateCell read = DateCell.of(new Cell.Numeric(new BigDecimal("46349"), TODAY.atTime(10, 0)));
    assertThat(read.date()).isEqualTo(TODAY);
    assertThat(read.note()).isEqualTo(Note.Code.DATE_FROM_NUMBER);
  }

  @ParameterizedTest
  @CsvSource({
    "6.7,6.7",
    "6.10,6.10",
    "6.7 Jobafklaringsforløb,6.7",
    "6.7 - Jobafklaringsforløb,6.7",
    "'LAB § 6, nr. 7',6.7",
    "§ 6 stk. 1 nr. 10,6.10",
    "2.14,2.14",
    "6.99,6.99",
    "KG2/4,KG2/4",
    "kg 2/4 - Jobparat,KG2/4",
    "KG13,KG13",
    "A3,A3",
    "a3,A3",
    "SELV,Selv",
    "A4,A4",
    "27-1b,27-1b"
  })
  void a_code_is_a_code_whatever_stands_behind_it(String text, String code) {
    assertThat(code(Field.TARGET_GROUP, Cell.text(text)).code()).isEqualTo(code);
  }

  @Test
  void a_number_that_may_be_two_codes_is_no_code() {
    for (Cell cell : new Cell[] {number("6.1"), Cell.text("6,1"), number("6.10")}) {
      CodeCell read = code(Field.TARGET_GROUP, cell);
      assertThat(read.code()).isNull();
      assertThat(read.note()).isEqualTo(Note.Code.CODE_AMBIGUOUS);
    }
  }

  @Test
  void what_looks_like_a_code_and_is_in_no_table_may_be_explained_as_well() {
    assertThat(code(Field.TARGET_GROUP, Cell.text("A4")).word()).isEqualTo("a4");
    assertThat(code(Field.TARGET_GROUP, Cell.text("A3")).word()).isNull();
    assertThat(code(Field.TARGET_GROUP, number("12")).note()).isEqualTo(Note.Code.WORD_UNKNOWN);
    WordMapping words = new WordMapping(Map.of(Field.TARGET_GROUP, Map.of("a4", "LAB6 6.6")));
    assertThat(CodeCell.of(Field.TARGET_GROUP, Cell.text("A4"), words, GROUPS, TODAY).code())
        .isEqualTo("LAB6 6.6");
  }

  @Test
  void a_number_of_which_no_table_says_how_many_digits_it_has_is_no_code() {
    assertThat(code(Field.TARGET_GROUP, number("2.1")).note()).isEqualTo(Note.Code.CODE_AMBIGUOUS);
    assertThat(code(Field.TARGET_GROUP, number("7.1")).code()).isEqualTo("7.1");
    assertThat(code(Field.TARGET_GROUP, number("7.2")).note()).isEqualTo(Note.Code.WORD_UNKNOWN);
  }

  @Test
  void a_number_that_can_be_one_code_only_is_that_code_with_a_remark() {
    CodeCell read = code(Field.TARGET_GROUP, number("6.7"));
    assertThat(read.code()).isEqualTo("6.7");
    assertThat(read.note()).isEqualTo(Note.Code.CODE_AS_NUMBER);
    assertThat(code(Field.TARGET_GROUP, Cell.text("6,11")).code()).isEqualTo("6.11");
  }

  @ParameterizedTest
  @ValueSource(strings = {"06-01-2026", "6. jan", "06-jan", "1. jun 2026", "2026-01-06"})
  void a_code_that_a_spreadsheet_has_made_a_date_is_said_so(String text) {
    assertThat(code(Field.TARGET_GROUP, Cell.text(text)).note()).isEqualTo(Note.Code.CODE_IS_DATE);
    Cell moment = new Cell.Moment(LocalDateTime.of(2026, 1, 6, 0, 0));
    assertThat(code(Field.TARGET_GROUP, moment).note()).isEqualTo(Note.Code.CODE_IS_DATE);
  }

  @Test
  void a_municipalitys_own_word_is_asked_about_once_and_then_known() {
    CodeCell unknown = code(Field.TARGET_GROUP, Cell.text("  Syge\u00a0 Borgere "));
    assertThat(unknown.word()).isEqualTo("syge borgere");
    WordMapping words = new WordMapping(Map.of(Field.TARGET_GROUP, Map.of("syge borgere", "6.6")));
    assertThat(
            CodeCell.of(Field.TARGET_GROUP, Cell.text("SYGE borgere"), words, GROUPS, TODAY).code())
        .isEqualTo("6.6");
  }

  @Test
  void a_cpr_number_is_never_taken_for_a_word() {
    CodeCell read = code(Field.TARGET_GROUP, Cell.text("670180-9995"));
    assertThat(read.note()).isEqualTo(Note.Code.WORD_UNKNOWN);
    assertThat(read.word()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "7,7",
    "07,7",
    "jobsamtale,7",
    "JobSamtale,7",
    "Jobsamtale med a-kasse,17",
    "999,999"
  })
  void a_type_of_conversation_is_dfdgs_number_or_name(String text, String code) {
    assertThat(code(Field.CONVERSATION_TYPE, Cell.text(text)).code()).isEqualTo(code);
    assertThat(code(Field.CONVERSATION_TYPE, number("7")).code()).isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource({
    "CONVERSATION_FORM,Personligt fremmøde,IN_PERSON",
    "CONVERSATION_FORM,TELEFON,TELEPHONE",
    "ACTOR,a-kasse,UNEMPLOYMENT_FUND",
    "ACTOR,Jobcentret,MUNICIPALITY"
  })
  void plain_words_need_no_explanation(Field field, String text, String code) {
    assertThat(code(field, Cell.text(text)).code()).isEqualTo(code);
  }

  private static CodeCell code(Field field, Cell cell) {
    return CodeCell.of(field, cell, WordMapping.NONE, GROUPS, TODAY);
  }

  private static Cell number(String digits) {
    return new Cell.Numeric(new BigDecimal(digits), null);
  }
}
