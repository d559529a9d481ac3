package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.CprNumbers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list while it is read: its cells by their meaning, and what was noted about them.
 */
final class ListRow {

  private final RowReading.Terms terms;
  private final int number;
  private final List<Cell> cells;
  private final List<Note> notes = new ArrayList<>();

  ListRow(RowReading.Terms terms, int number, List<Cell> cells) {
    this.terms = terms;
    this.number = number;
    this.cells = cells;
  }

  void note(@Nullable Field field, Note.Code code) {
    notes.add(new Note(number, field, code));
  }

  List<Note> notes() {
    return notes;
  }

  boolean isRefused() {
    return notes.stream().anyMatch(note -> note.code().level() == Note.Level.ERROR);
  }

  Cell cell(Field field) {
    return terms.columns().places().get(field) instanceof ColumnMapping.InColumn place
            && place.index() < cells.size()
        ? cells.get(place.index())
        : Cell.NOTHING;
  }

  @Nullable CprNumber cpr() {
    CprCell read = CprCell.of(cell(Field.CPR));
    Note.Code note = read.note();
    if (note != null) {
      note(Field.CPR, note);
    }
    return read.number();
  }

  @Nullable String caseId(@Nullable CprNumber cpr) {
    Cell cell = cell(Field.CASE_ID);
    if (cell instanceof Cell.Nothing) {
      return null;
    }
    String id = cell.shown();
    boolean isOwn = cpr != null && cpr.equals(CprCell.of(cell).number());
    if (isOwn || CprCell.isNumber(cell) || isAround(cpr, id) || CprNumbers.areIn(id)) {
      note(Field.CASE_ID, Note.Code.CASE_ID_IS_CPR);
    } else if (!id.matches("[0-9A-Za-z{][0-9A-Za-z{}_.:-]{0,63}")) {
      note(Field.CASE_ID, Note.Code.CASE_ID_INVALID);
    }
    return id;
  }

  /** The row's own number, whatever separates its digits. */
  private static boolean isAround(@Nullable CprNumber cpr, String id) {
    return cpr != null && id.replaceAll("[^0-9]", "").contains(cpr.value());
  }

  void checkMunicipality() {
    Cell cell = cell(Field.MUNICIPALITY);
    if (cell instanceof Cell.Nothing) {
      return;
    }
    String code = cell.shown().replaceFirst("^([1-9][0-9]{2})$", "0$1");
    if (!code.equals(terms.municipality().value())) {
      note(Field.MUNICIPALITY, Note.Code.OTHER_MUNICIPALITY);
    }
  }

  CodeCell none() {
    return new CodeCell(null, null, null);
  }

  CodeCell code(Field field) {
    if (terms.columns().places().get(field) instanceof ColumnMapping.ForAll all) {
      return new CodeCell(all.code(), null, null);
    }
    CodeCell read =
        CodeCell.of(
            field,
            cell(field),
            terms.words(),
            terms.groups(),
            LocalDate.ofInstant(terms.now(), BusinessClock.DENMARK));
    Note.Code note = read.note();
    if (note != null) {
      note(field, note);
    }
    return read;
  }

  DateCell date(Field field) {
    DateCell read = DateCell.of(cell(field));
    Note.Code note = read.note();
    if (note != null) {
      note(field, note);
    }
    return read;
  }

  DateCell past(Field field) {
    DateCell read = date(field);
    Instant at = read.at();
    if (at != null && at.isAfter(terms.now())) {
      note(field, Note.Code.DATE_IN_FUTURE);
    }
    return read;
  }

  /** A course that ends on a later day has not ended: that is no error. */
  DateCell end(DateCell start) {
    DateCell read = date(Field.COURSE_END);
    LocalDate end = read.date();
    LocalDate from = start.date();
    if (end != null && from != null && end.isBefore(from)) {
      note(Field.COURSE_END, Note.Code.END_BEFORE_START);
    }
    Instant at = read.at();
    if (at != null && at.isAfter(terms.now())) {
      note(Field.COURSE_END, Note.Code.COURSE_NOT_ENDED);
      return DateCell.of(Cell.NOTHING);
    }
    return read;
  }

  void checkTogether(
      CodeCell group, DateCell groupStart, DateCell held, CodeCell type, CodeCell form) {
    if (group.isTold() && groupStart.isAbsent()) {
      note(Field.GROUP_START, Note.Code.GROUP_WITHOUT_START);
    }
    if (groupStart.date() != null && group.code() == null && group.note() == null) {
      note(Field.TARGET_GROUP, Note.Code.START_WITHOUT_GROUP);
    }
    if (held.date() != null && type.code() == null && type.note() == null) {
      note(Field.CONVERSATION_TYPE, Note.Code.TYPE_MISSING);
    }
    if (held.date() != null && form.code() == null && form.note() == null) {
      note(Field.CONVERSATION_FORM, Note.Code.FORM_MISSING);
    }
  }
}
