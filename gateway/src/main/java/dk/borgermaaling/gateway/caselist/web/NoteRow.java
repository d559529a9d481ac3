package dk.borgermaaling.gateway.caselist.web;

import dk.borgermaaling.gateway.caselist.ColumnMapping;
import dk.borgermaaling.gateway.caselist.ColumnMapping.InColumn;
import dk.borgermaaling.gateway.caselist.Field;
import dk.borgermaaling.gateway.caselist.Headings;
import dk.borgermaaling.gateway.caselist.Note;
import org.jspecify.annotations.Nullable;

/** What there is to say about a row, for the one who can mend it. */
public record NoteRow(String row, String column, String field, String what, String expected) {
  static NoteRow of(Note note, @Nullable ColumnMapping columns) {
    Field field = note.field();
    String column = "";
    if (field != null && columns != null && columns.places().get(field) instanceof InColumn place) {
      column = Headings.letter(place.index());
    }
    return new NoteRow(
        Integer.toString(note.row()),
        column,
        field == null ? "" : Danish.field(field),
        note.other() == 0
            ? Danish.what(note.code())
            : Danish.what(note.code()) + " (se række " + note.other() + ")",
        Danish.expected(note.code()));
  }
}
