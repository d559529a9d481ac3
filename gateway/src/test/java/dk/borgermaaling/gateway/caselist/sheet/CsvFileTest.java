package dk.borgermaaling.gateway.caselist.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgermaaling.gateway.caselist.Unreadable;
import dk.borgermaaling.gateway.caselist.Unreadable.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
  void every_encoding_that_excel_writes_gives_the_same_text(String encoding) {
    Charset charset = Charset.forName(encoding);
    String text = "Målgruppe;Samtaledato\r\nJobafklaringsforløb;23-11-2026\r\n";
    String[] expected = {"1: Målgruppe | Samtaledato", "2: Jobafklaringsforløb | 23-11-2026"};
    assertThat(ReadRows.shown(text.getBytes(charset))).containsExactly(expected);
    if (!encoding.startsWith("w")) {
      assertThat(ReadRows.shown(("\ufeff" + text).getBytes(charset))).containsExactly(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {";", ",", "\t"})
  void the_separator_is_the_one_that_the_first_line_has_most_of(String separator) {
    String text = String.join(separator, "a", "\"b;,;,\t\t\"", "c") + "\n1" + separator + "2\n";
    assertThat(ReadRows.shown(text.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("1: a | b;,;, | c", "2: 1 | 2");
  }

  @Test
  void a_first_line_that_names_the_separator_is_believed_and_counted() {
    assertThat(ReadRows.shown("sep=,\r\na,b;c\r\n".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("2: a | b;c");
  }

  @Test
  void quotes_hold_line_ends_and_quotes() {
    String text = "a;b\n\"x\ny\";\"say \"\"hi\"\"\"\n\n;z\n";
    assertThat(ReadRows.shown(text.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("1: a | b", "2: x\ny | say \"hi\"", "4:  | z");
  }

  @Test
  void a_text_that_is_written_as_a_formula_to_keep_its_zero_is_that_text() {
    String text = "cpr;x\n\"=\"\"0108589995\"\"\";=cmd|' /C calc'!A0\n";
    assertThat(ReadRows.shown(text.getBytes(StandardCharsets.UTF_8)))
        .contains("2: 0108589995 | =cmd|' /C calc'!A0");
  }

  @Test
  void lines_in_two_encodings_are_refused() throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write("målgruppe;dato\n".getBytes(StandardCharsets.UTF_8));
    file.write("jobafklaringsforløb;x\n".getBytes(Charset.forName("windows-1252")));
    assertRefused(file.toByteArray(), Reason.MIXED_ENCODING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;b\n\0;x\n", "\0", "a;\"b\nc;d"})
  void a_nul_or_a_quote_without_end_is_refused(String text) {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), Reason.DAMAGED);
  }

  @Test
  void a_cell_longer_than_any_spreadsheet_has_is_refused() {
    assertRefused(
        ("a;b\n" + "x".repeat(40_000) + ";y\n").getBytes(StandardCharsets.UTF_8),
        Reason.CELL_TOO_LONG);
  }

  private static void assertRefused(byte[] file, Reason reason) {
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> ReadRows.shown(file))
        .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(reason));
  }
}
