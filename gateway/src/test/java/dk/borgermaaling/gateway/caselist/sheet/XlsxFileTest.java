package dk.borgermaaling.gateway.caselist.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caselist.Cell;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxFileTest {
  @Test
  void text_stands_where_it_stands_and_empty_rows_keep_their_numbers() {
    byte[] file =
        Workbooks.ofTexts(new String[] {"a", "", " b "}, new String[] {}, new String[] {"", "ø"});
    assertThat(ReadRows.shown(file)).containsExactly("1: a |  | b", "3:  | ø");
  }

  @Test
  void a_number_is_a_date_by_its_format_and_a_number_without_one() {
    byte[] file =
        Workbooks.of(
            workbook -> {
              CellStyle danish = workbook.createCellStyle();
              danish.setDataFormat(workbook.createDataFormat().getFormat("dd\\-mm\\-yyyy hh:mm"));
              CellStyle builtin = workbook.createCellStyle();
              builtin.setDataFormat((short) 14);
              var row = workbook.createSheet().createRow(0);
              var at = LocalDateTime.of(2026, 11, 23, 9, 30);
              row.createCell(0).setCellValue(at);
              row.getCell(0).setCellStyle(danish);
              row.createCell(1).setCellValue(at.toLocalDate());
              row.getCell(1).setCellStyle(builtin);
              row.createCell(2).setCellValue(at.toLocalDate());
              row.createCell(3).setCellValue(108_589_995);
              row.createCell(4).setCellValue(6.1);
            });
    List<Cell> cells = ReadRows.first(file);
    assertThat(cells.get(0)).isEqualTo(new Cell.Moment(LocalDateTime.of(2026, 11, 23, 9, 30)));
    assertThat(cells.get(1)).isEqualTo(new Cell.Moment(LocalDateTime.of(2026, 11, 23, 0, 0)));
    assertThat(cells.get(2))
        .isEqualTo(new Cell.Numeric(new BigDecimal("46349"), LocalDateTime.of(2026, 11, 23, 0, 0)));
    assertThat(cells.get(3).shown()).isEqualTo("108589995");
    assertThat(cells.get(4).shown()).isEqualTo("6,1");
  }

  @Test
  void a_workbook_that_counts_from_1904_tells_the_same_day() {
    byte[] file =
        Workbooks.of(
            workbook -> {
              workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
              CellStyle date = workbook.createCellStyle();
              date.setDataFormat((short) 14);
              var cell = workbook.createSheet().createRow(0).createCell(0);
              cell.setCellValue(46_349 - 1_462);
              cell.setCellStyle(date);
            });
    assertThat(ReadRows.shown(file)).containsExactly("1: 23-11-2026");
  }

  @Test
  void a_formula_counts_by_its_stored_result_and_one_that_failed_is_broken() {
    byte[] file =
        Workbooks.of(
            workbook -> {
              var row = workbook.createSheet().createRow(0);
              row.createCell(0).setCellFormula("1+1");
              row.createCell(1).setCellFormula("NOT_THERE(1)");
              row.createCell(2)
                  .setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.REF.getCode());
              row.createCell(3).setCellValue("=cmd|' /C calc'!A0");
              workbook
                  .getCreationHelper()
                  .createFormulaEvaluator()
                  .evaluateFormulaCell(row.getCell(0));
            });
    List<Cell> cells = ReadRows.first(file);
    assertThat(cells.get(0).shown()).isEqualTo("2");
    assertThat(cells.get(2)).isInstanceOf(Cell.Broken.class);
    assertThat(cells.get(3).shown()).isEqualTo("=cmd|' /C calc'!A0");
  }

  @Test
  void a_merged_cell_holds_its_value_in_its_first_row_alone() {
    byte[] file =
        Workbooks.of(
            workbook -> {
              var sheet = workbook.createSheet();
              for (int r = 0; r < 3; r++) {
                sheet.createRow(r).createCell(1).setCellValue("x" + r);
              }
              sheet.getRow(0).createCell(0).setCellValue("merged");
              sheet.addMergedRegion(new CellRangeAddress(0, 2, 0, 0));
            });
    assertThat(ReadRows.shown(file)).containsExactly("1: merged | x0", "2:  | x1", "3:  | x2");
  }

  @Test
  void the_first_visible_sheet_is_the_list() {
    byte[] file =
        Workbooks.of(
            workbook -> {
              workbook.createSheet("a").createRow(0).createCell(0).setCellValue("hidden");
              workbook.createSheet("b").createRow(0).createCell(0).setCellValue("seen");
              workbook.setActiveSheet(1);
              workbook.setSheetVisibility(0, SheetVisibility.VERY_HIDDEN);
            });
    assertThat(ReadRows.shown(file)).containsExactly("1: seen");
  }

  @Test
  void cells_without_a_place_stand_one_behind_the_other_and_inline_text_is_read() {
    byte[] file =
        Workbooks.byHand(
            "",
            "<row><c t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r><rPh><t>no</t></rPh></is></c>"
                + "<c><v>7</v></c><c t='b'><v>1</v></c><c t='d'><v>2026-11-23</v></c></row>");
    assertThat(ReadRows.shown(file)).containsExactly("1: ab | 7 | SAND | 23-11-2026");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E99", "-1", "0.5", "4.6E4", "9999999999999999"})
  void a_number_that_is_no_day_is_a_number(String digits) {
    byte[] file = Workbooks.byHand("", "<row r='1'><c r='A1'><v>" + digits + "</v></c></row>");
    assertThat(ReadRows.first(file).get(0)).isInstanceOf(Cell.Numeric.class);
  }
}
