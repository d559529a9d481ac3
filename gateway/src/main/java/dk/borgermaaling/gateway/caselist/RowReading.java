package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.Course.ResponsibleActor;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.Happening.ConversationForm;
import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
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
  private final Terms terms;

  RowReading(Terms terms) {
    this.terms = terms;
  }

  /**
   * What a list is read by.
   *
   * @param now business time; what happened later has not happened
   */
  record Terms(
      MunicipalityCode municipality,
      ColumnMapping columns,
      WordMapping words,
      KnownTargetGroups groups,
      Instant now) {}

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
    ListRow row = new ListRow(terms, number, cells);
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
      return new Read(number, cpr, List.of(), row.notes());
    }
    if (group.isLeftOut() || type.isLeftOut() || form.isLeftOut() || actor.isLeftOut()) {
      row.note(null, Note.Code.LEFT_OUT);
      return new Read(number, cpr, List.of(), row.notes());
    }
    LocalDate groupFrom = group.code() == null ? null : groupStart.date();
    Course course =
        new Course(
            courseStart.date(),
            actor.code() == null ? null : ResponsibleActor.valueOf(actor.code()),
            null);
    List<Draft> drafts = new ArrayList<>();
    if (groupFrom != null) {
      drafts.add(
          draft(
              number,
              Draft.Kind.GROUP,
              cpr,
              caseId,
              groupFrom,
              groupStart,
              group,
              groupFrom,
              Course.UNKNOWN,
              new Happening.TargetGroupStarted(groupFrom)));
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
              group,
              groupFrom,
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
              group,
              groupFrom,
              course,
              new Happening.CourseEnded(end)));
    }
    if (drafts.isEmpty()) {
      row.note(null, Note.Code.NOTHING_TOLD);
    }
    return new Read(number, cpr, drafts, row.notes());
  }

  /** The words of a row that nobody has explained. */
  List<UnknownWord> unknownWords(List<Cell> cells) {
    ListRow row = new ListRow(terms, 0, cells);
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

  /** The list tells the group of its own day; before its first day the citizen was not in it. */
  private Draft draft(
      int row,
      Draft.Kind kind,
      CprNumber cpr,
      @Nullable String caseId,
      LocalDate key,
      DateCell at,
      CodeCell group,
      @Nullable LocalDate groupFrom,
      Course course,
      Happening happening) {
    String code = group.code();
    TargetGroupCode told =
        code == null || groupFrom == null || groupFrom.isAfter(happening.date())
            ? null
            : Codes.group(code, groupFrom, happening, terms.groups());
    return new Draft(
        row, kind, cpr, caseId, key, Objects.requireNonNull(at.at()), told, course, happening);
  }
}
