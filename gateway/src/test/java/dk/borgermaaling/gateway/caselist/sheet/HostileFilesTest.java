package dk.borgermaaling.gateway.caselist.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgermaaling.gateway.caselist.ListLimits;
import dk.borgermaaling.gateway.caselist.Unreadable;
import dk.borgermaaling.gateway.caselist.Unreadable.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFilesTest {
  private static final String ROW = "<row><c><v>1</v></c></row>";

  @Test
  void a_sheet_that_unpacks_without_end_is_left_after_the_limit() throws IOException {
    byte[] bomb = bomb("xl/worksheets/sheet1.xml", "<row><c t='inlineStr'><is><t>", 400);
    assertThat(bomb.length).isLessThan(4_000_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertRefused(bomb, Reason.CELL_TOO_LONG));
  }

  @Test
  void a_package_of_blanks_between_rows_is_left_after_the_limit() throws IOException {
    byte[] bomb = bomb("xl/worksheets/sheet1.xml", "", 400);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertRefused(bomb, Reason.TOO_MANY_UNPACKED));
  }

  @Test
  void texts_that_fill_the_memory_are_left_after_the_limit() {
    StringBuilder texts = new StringBuilder("<sst>");
    for (int i = 0; i < 30_000; i++) {
      texts.append("<si/>");
    }
    byte[] file = withPart("xl/sharedStrings.xml", texts.append("</sst>").toString());
    assertRefused(file, Reason.TOO_MANY_UNPACKED);
  }

  @Test
  void a_million_rows_are_left_after_the_limit() {
    StringBuilder rows = new StringBuilder(ROW.length() * 1_000_000);
    for (int i = 0; i < 1_000_000; i++) {
      rows.append(ROW);
    }
    assertRefused(Workbooks.byHand("", rows.toString()), Reason.TOO_MANY_ROWS);
    assertRefused("a;b\n".repeat(1_000_000).getBytes(StandardCharsets.UTF_8), Reason.TOO_MANY_ROWS);
  }

  @Test
  void columns_beyond_the_limit_are_refused_without_making_room_for_them() {
    assertRefused(
        Workbooks.byHand("", "<row r='1'><c r='XFD1'><v>1</v></c></row>"), Reason.TOO_MANY_COLUMNS);
    assertRefused(
        Workbooks.byHand("", "<row r='1'><c r='ZZZZZZ1'><v>1</v></c></row>"), Reason.DAMAGED);
    assertRefused(
        ("x;".repeat(5_000) + "x\n").getBytes(StandardCharsets.UTF_8), Reason.TOO_MANY_COLUMNS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE x [<!ENTITY a 'aa'><!ENTITY e '&a;&a;&a;'>]>",
        "<!DOCTYPE x SYSTEM 'http://localhost:1/x.dtd'>"
      })
  void an_entity_is_never_resolved(String prolog) {
    assertRefused(
        Workbooks.byHand(
            prolog, "<row r='1'><c r='A1' t='inlineStr'><is><t>&e;</t></is></c></row>"),
        Reason.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r='2'><c r='A2'><v>1</v></c></row><row r='1'><c r='A1'><v>1</v></c></row>",
        "<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>",
        "<row r='1'><c r='A1' t='s'><v>7</v></c></row>",
        "<row r='9999999'><c><v>1</v></c></row>",
        "<row r='1'><c"
      })
  void a_sheet_that_contradicts_itself_is_damaged(String rows) {
    assertRefused(Workbooks.byHand("", rows), Reason.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%PDF-1.7 ...",
        "<html><table><tr><td>cpr</td></tr></table></html>",
        "\ufeff  <?xml version='1.0'?><Workbook/>",
        "{\"cpr\": 1}",
        "{\\rtf1 x}"
      })
  void another_kind_of_file_is_no_list_whatever_it_is_called(String content) {
    assertRefused(content.getBytes(StandardCharsets.UTF_8), Reason.NO_LIST);
  }

  @Test
  void a_zip_that_is_no_workbook_is_no_list() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", Workbooks.utf8("application/vnd.oasis.opendocument.spreadsheet"));
    assertRefused(Workbooks.zip(parts), Reason.NO_LIST);
  }

  @Test
  void an_excel_of_before_2007_or_with_a_password_says_what_to_do() throws IOException {
    try (HSSFWorkbook old = new HSSFWorkbook();
        ByteArrayOutputStream file = new ByteArrayOutputStream()) {
      old.createSheet();
      old.write(file);
      assertRefused(file.toByteArray(), Reason.OLD_OR_LOCKED);
    }
  }

  @Test
  void half_a_workbook_is_damaged() {
    byte[] whole = Workbooks.byHand("", ROW);
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    assertRefused(half, Reason.DAMAGED);
    assertRefused(new byte[] {'P', 'K', 3, 4}, Reason.DAMAGED);
  }

  @Test
  void an_empty_file_and_one_beyond_the_limit_are_refused() {
    assertRefused(new byte[0], Reason.EMPTY);
    assertRefused(new byte[ReadRows.LIMITS.bytes() + 1], Reason.TOO_MANY_BYTES);
  }

  @Test
  void limits_that_make_no_sense_are_refused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new ListLimits(16 << 20, 64 << 20, 1, 1, 1))
        .withMessageContaining("gateway.list.max-file-bytes");
  }

  /** A part of so many megabytes of blanks behind its beginning. */
  private static byte[] bomb(String name, String start, int megabytes) throws IOException {
    byte[] workbook = Workbooks.byHand("", ROW);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] blanks = (" ".repeat(500_000) + "<x/>").repeat(2).getBytes(StandardCharsets.US_ASCII);
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        var parts = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(workbook))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(part.getName()));
        if (part.getName().equals(name)) {
          zip.write(("<worksheet><sheetData>" + start).getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < megabytes; i++) {
            zip.write(blanks);
          }
        } else {
          zip.write(parts.readAllBytes());
        }
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] withPart(String name, String content) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(
        "xl/workbook.xml",
        Workbooks.utf8(
            "<workbook xmlns:r='x/relationships'><sheets><sheet r:id='a'/></sheets></workbook>"));
    parts.put(name, Workbooks.utf8(content));
    parts.put(
        "xl/worksheets/sheet1.xml",
        Workbooks.utf8("<worksheet><sheetData>" + ROW + "</sheetData></worksheet>"));
    return Workbooks.zip(parts);
  }

  private static void assertRefused(byte[] file, Reason reason) {
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> ReadRows.shown(file))
        .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(reason));
  }
}
