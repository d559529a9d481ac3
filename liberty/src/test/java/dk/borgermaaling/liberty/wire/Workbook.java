package dk.borgermaaling.liberty.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Excel's package around one sheet, written by hand. */
final class Workbook {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final Map<String, String> PARTS =
      Map.of(
          "[Content_Types].xml",
          "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
              + "<Default Extension='xml' ContentType='application/xml'/></Types>",
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
              + "<Relationship Id='rId1' Type='"
              + RELATIONS
              + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>",
          "xl/workbook.xml",
          "<workbook xmlns='"
              + MAIN
              + "' xmlns:r='"
              + RELATIONS
              + "'><sheets><sheet name='Liste' sheetId='1' r:id='rId1'/></sheets></workbook>");

  private Workbook() {}

  /** Rows of cells as XML; what begins with {@code <c} stands as it is, the rest is text. */
  static byte[] of(String[]... rows) {
    StringBuilder data = new StringBuilder();
    for (String[] row : rows) {
      data.append("<row>");
      for (String cell : row) {
        data.append(
            cell.startsWith("<c") ? cell : "<c t='inlineStr'><is><t>" + cell + "</t></is></c>");
      }
      data.append("</row>");
    }
    return around("", data.toString(), 0);
  }

  /** A cell with a formula and what Excel worked out when it was last open. */
  static String formula(String formula, String result) {
    return "<c t='str'><f>" + formula + "</f><v>" + result + "</v></c>";
  }

  /**
   * A sheet with anything in it.
   *
   * @param blanks megabytes of blanks behind the rows, no two without an element in between
   */
  static byte[] around(String prolog, String rows, int blanks) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, String> part : PARTS.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      String begun = prolog + "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows;
      zip.write(begun.getBytes(StandardCharsets.UTF_8));
      byte[] megabyte =
          (" ".repeat(512 * 1024) + "<x/>").repeat(2).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < blanks; i++) {
        zip.write(megabyte);
      }
      zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
