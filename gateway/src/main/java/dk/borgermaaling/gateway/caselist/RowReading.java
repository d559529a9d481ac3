package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.Course.ResponsibleActor;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.Happening.ConversationForm;
import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads rows of one list: by its columns, the municipality's words and the tables of now. */
final class RowReading {
  private final MunicipalityCode municipality;
  private final ColumnMapping columns;
  private final WordMapping words;
  private final KnownTargetGroups groups;
  private final Instant now;
  private final LocalDate today;

  /**
   * @param now business time; what happened later has not happened
   */
  RowReading(
      MunicipalityCode municipality,
      ColumnMapping columns,
      WordMapping words,
      KnownTargetGroups groups,
      Instant now) {
    this.municipality = municipality;
    this.columns = columns;
    this.words = words;
    this.groups = groups;
    this.now = now;
    this.today = LocalDate.ofInstant(now, BusinessClock.DENMARK);
  }

  /** What a row tells; nothing when a note of it is an error. */
  record Read(int row, @Nullable CprNumber cpr, List<Draft> drafts, List<Note> notes) {
    Read {
      drafts = List.copyOf(drafts);
      notes = List.copyOf(notes);
    }

    boolean isRefused() {
      return notes.stream().anyMatch(note -> note.code().level() == Note.Level.ERROR);
    }
  }

  Read read(int number, List<Cell> cells) {
    Row row = new Row(number, cells);
    CprNumber cpr = row.cpr();
    String caseId = row.caseId(cpr);
    row.checkMunicipality();
    CodeCell group = row.code(Field.TARGET_GROUP);
    DateCell groupStart = row.past(Field.GROUP_START);
    DateCell held = row.past(Field.CONVERSATION_DATE);
    CodeCell type = held.isAbsent() ? row.none() : row.code(Field.CONVERSATION_TYPE);
    CodeCell form = held.isAbsent() ? row.none() : row.code(Field.CONVERSATION_FORM);
    CodeCell actor = row.code(Field.ACTOR);
    DateCell courseStart = row.date(Field.COURSE_START);
    DateCell courseEnd = row.end(courseStart);
    row.checkTogether(group, groupStart, held, type, form);
    if (cpr == null || row.isRefused()) {
      return new Read(number, cpr, List.of(), row.notes);
    }
    if (group.isLeftOut() || type.isLeftOut() || form.isLeftOut() || actor.isLeftOut()) {
      row.note(null, Note.Code.LEFT_OUT);
      return new Read(number, cpr, List.of(), row.notes);
    }
    TargetGroupCode told = groupCode(group, groupStart);
    Course course =
        new Course(
            courseStart.date(),
            actor.code() == null ? null : ResponsibleActor.valueOf(actor.code()),
            null);
    List<Draft> drafts = new ArrayList<>();
    if (told != null) {
      drafts.add(
          draft(
              number,
              Draft.Kind.GROUP,
              cpr,
              caseId,
              told.startDate(),
              groupStart,
              told,
              Course.UNKNOWN,
              new Happening.TargetGroupStarted(told.startDate())));
    }
    LocalDate day = held.date();
    if (day != null) {
      drafts.add(
          draft(
              number,
              Draft.Kind.CONVERSATION,
              cpr,
              caseId,
              day,
              held,
              inGroup(told, day),
              course,
              new Happening.ConversationHeld(
                  day,
                  Integer.parseInt(Objects.requireNonNull(type.code())),
                  ConversationForm.valueOf(Objects.requireNonNull(form.code())))));
    }
    LocalDate end = courseEnd.date();
    if (end != null) {
      LocalDate start = courseStart.date();
      drafts.add(
          draft(
              number,
              Draft.Kind.COURSE,
              cpr,
              caseId,
              start == null ? end : start,
              courseEnd,
              inGroup(told, end),
              course,
              new Happening.CourseEnded(end)));
    }
    if (drafts.isEmpty()) {
      row.note(null, Note.Code.NOTHING_TOLD);
    }
    return new Read(number, cpr, drafts, row.notes);
  }

  /** The words of a row that nobody has explained. */
  List<UnknownWord> unknownWords(List<Cell> cells) {
    Row row = new Row(0, cells);
    List<UnknownWord> unknown = new ArrayList<>();
    boolean held = !(row.cell(Field.CONVERSATION_DATE) instanceof Cell.Nothing);
    for (Field field : Codes.CODED) {
      if (!held && (field == Field.CONVERSATION_TYPE || field == Field.CONVERSATION_FORM)) {
        continue;
      }
      String word = row.code(field).word();
      if (word != null) {
        unknown.add(new UnknownWord(field, word));
      }
    }
    return unknown;
  }

  /** A word of the municipality's own, as {@link WordMapping} compares them. */
  record UnknownWord(Field field, String word) {}

  private static Draft draft(
      int row,
      Draft.Kind kind,
      CprNumber cpr,
      @Nullable String caseId,
      LocalDate key,
      DateCell at,
      @Nullable TargetGroupCode group,
      Course course,
      Happening happening) {
    return new Draft(
        row, kind, cpr, caseId, key, Objects.requireNonNull(at.at()), group, course, happening);
  }

  private static @Nullable TargetGroupCode groupCode(CodeCell group, DateCell start) {
    String code = group.code();
    LocalDate from = start.date();
    return code == null || from == null
        ? null
        : new TargetGroupCode(Codes.systemOf(code), code, from);
  }

  /** The list tells the group of its own day; before its first day the citizen was not in it. */
  private static @Nullable TargetGroupCode inGroup(@Nullable TargetGroupCode group, LocalDate day) {
    return group == null || group.startDate().isAfter(day) ? null : group;
  }

  /** One row while it is read. */
  private final class Row {
    private final int number;
    private final List<Cell> cells;
    private final List<Note> notes = new ArrayList<>();

    Row(int number, List<Cell> cells) {
      this.number = number;
      this.cells = cells;
    }

    void note(@Nullable Field field, Note.Code code) {
      notes.add(new Note(number, field, code));
    }

    boolean isRefused() {
      return notes.stream().anyMatch(note -> note.code().level() == Note.Level.ERROR);
    }

    Cell cell(Field field) {
      return columns.places().get(field) instanceof ColumnMapping.InColumn place
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
      if (isOwn || CprCell.isNumber(cell)) {
        note(Field.CASE_ID, Note.Code.CASE_ID_IS_CPR);
      } else if (!id.matches("[0-9A-Za-z{][0-9A-Za-z{}_.:-]{0,63}")) {
        note(Field.CASE_ID, Note.Code.CASE_ID_INVALID);
      }
      return id;
    }

    void checkMunicipality() {
      Cell cell = cell(Field.MUNICIPALITY);
      if (cell instanceof Cell.Nothing) {
        return;
      }
      String code = cell.shown().replaceFirst("^([1-9][0-9]{2})$", "0$1");
      if (!code.equals(municipality.value())) {
        note(Field.MUNICIPALITY, Note.Code.OTHER_MUNICIPALITY);
      }
    }

    CodeCell none() {
      return new CodeCell(null, null, null);
    }

    CodeCell code(Field field) {
      if (columns.places().get(field) instanceof ColumnMapping.ForAll all) {
        return new CodeCell(all.code(), null, null);
      }
      CodeCell read = CodeCell.of(field, cell(field), words, groups, today);
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
      if (at != null && at.isAfter(now)) {
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
      if (at != null && at.isAfter(now)) {
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
}
