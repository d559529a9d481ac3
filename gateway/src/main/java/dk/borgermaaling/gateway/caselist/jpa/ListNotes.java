package dk.borgermaaling.gateway.caselist.jpa;

import dk.borgermaaling.gateway.caselist.Field;
import dk.borgermaaling.gateway.caselist.Note;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What was noted about rows, in {@code ops.case_list_note}. */
final class ListNotes {
  private final Jdbi jdbi;

  ListNotes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void add(UUID id, List<Note> notes) {
    if (notes.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  "INSERT INTO ops.case_list_note (list_id, row, field, code, other_row)"
                      + " VALUES (:id, :row, :field, :code, :other)");
          for (Note note : notes) {
            Field field = note.field();
            batch
                .bind("id", id)
                .bind("row", note.row())
                .bind("field", field == null ? null : field.name())
                .bind("code", note.code().name())
                .bind("other", note.other())
                .add();
          }
          batch.execute();
        });
  }

  List<Note> of(UUID id, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT row, field, code, other_row FROM ops.case_list_note"
                        + " WHERE list_id = :id ORDER BY row, code LIMIT :limit")
                .bind("id", id)
                .bind("limit", limit)
                .map(
                    (row, context) -> {
                      String field = row.getString("field");
                      return new Note(
                          row.getInt("row"),
                          field == null ? null : Field.valueOf(field),
                          Note.Code.valueOf(row.getString("code")),
                          row.getInt("other_row"));
                    })
                .list());
  }
}
