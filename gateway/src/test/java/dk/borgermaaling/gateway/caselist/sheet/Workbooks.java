package dk.borgermaaling.gateway.caselist.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as Excel writes them, and such as it never would. */
public final class Workbooks {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  private Workbooks() {}

  /** Fills a workbook of Apache POI. */
  public interface Content {
    void fill(XSSFWorkbook workbook);
  }

  public static byte[] of(Content content) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream file = new ByteArrayOutputStream()) {
      content.fill(workbook);
      workbook.write(file);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A workbook of text cells. */
  public static byte[] ofTexts(String[]... rows) {
    return of(
        workbook -> {
          var sheet = workbook.createSheet("Udtræk");
          for (int r = 0; r < rows.length; r++) {
            var row = sheet.createRow(r);
            for (int c = 0; c < rows[r].length; c++) {
              row.createCell(c).setCellValue(rows[r][c]);
            }
          }
        });
  }

  /** A package by hand around one sheet. {@code sheetData} is what stands inside that element. */
  static byte[] byHand(String prolog, String sheetData) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", utf8("<Types/>"));
    parts.put(
        "xl/workbook.xml",
        utf8(
            "<workbook xmlns='"
                + MAIN
                + "' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                + "<sheets><sheet name='A' sheetId='1' r:id='rId1'/></sheets></workbook>"));
    parts.put(
        "xl/worksheets/sheet1.xml",
        utf8(
            prolog
                + "<worksheet xmlns='"
                + MAIN
                + "'><sheetData>"
                + sheetData
                + "</sheetData></worksheet>"));
    return zip(parts);
  }

  static byte[] zip(Map<String, byte[]> parts) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
          zip.putNextEntry(new ZipEntry(part.getKey()));
          zip.write(part.getValue());
          zip.closeEntry();
        }
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
