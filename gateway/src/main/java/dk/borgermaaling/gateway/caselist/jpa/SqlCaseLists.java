package dk.borgermaaling.gateway.caselist.jpa;

import dk.borgermaaling.gateway.caselist.CaseList;
import dk.borgermaaling.gateway.caselist.CaseListStore;
import dk.borgermaaling.gateway.caselist.ColumnMapping;
import dk.borgermaaling.gateway.caselist.Counts;
import dk.borgermaaling.gateway.caselist.Note;
import dk.borgermaaling.gateway.caselist.WordMapping;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Lists in {@code ops.case_list}. */
public final class SqlCaseLists implements CaseListStore {
  private static final String BY_ID = " WHERE id = :id";

  private final Jdbi jdbi;
  private final ListNotes notes;
  private final ListWords words;

  public SqlCaseLists(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.notes = new ListNotes(jdbi);
    this.words = new ListWords(jdbi);
  }

  @Override
  public void add(CaseList list, byte[] sealedFile) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO ops.case_list (id, municipality_code, uploaded_by, uploaded_at,
                      state, kind, row_count, sealed_file)
                    VALUES (:id, :municipality, :by, :at, :state, :kind, :rows, :file)
                    """)
                .bind("id", list.id())
                .bind("municipality", list.municipality().value())
                .bind("by", list.uploadedBy())
                .bind("at", list.uploadedAt().atOffset(ZoneOffset.UTC))
                .bind("state", list.state().name())
                .bind("kind", list.kind().name())
                .bind("rows", list.rows())
                .bind("file", sealedFile)
                .execute());
  }

  @Override
  public int waiting(MunicipalityCode municipality) {
    return jdbi.withHandle(
        handle -> {
          handle
              .createQuery(
                  "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('ops.case_list/'"
                      + " || :municipality, 0))")
              .bind("municipality", municipality.value())
              .mapTo(int.class)
              .one();
          return handle
              .createQuery(
                  "SELECT count(*) FROM ops.case_list WHERE municipality_code = :municipality"
                      + " AND state IN ('UPLOADED', 'REGISTERING')")
              .bind("municipality", municipality.value())
              .mapTo(int.class)
              .one();
        });
  }

  @Override
  public Optional<CaseList> find(UUID id) {
    return find(id, "");
  }

  @Override
  public Optional<CaseList> hold(UUID id) {
    return find(id, " FOR UPDATE");
  }

  private Optional<CaseList> find(UUID id, String lock) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(CaseListRow.SELECT + BY_ID + lock)
                .bind("id", id)
                .map((row, context) -> CaseListRow.read(row))
                .findOne());
  }

  @Override
  public Optional<byte[]> sealedFile(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT sealed_file FROM ops.case_list"
                        + " WHERE id = :id AND sealed_file IS NOT NULL")
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne());
  }

  @Override
  public List<CaseList> latest(@Nullable MunicipalityCode municipality, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    CaseListRow.SELECT
                        + " WHERE CAST(:municipality AS text) IS NULL"
                        + " OR municipality_code = :municipality"
                        + " ORDER BY uploaded_at DESC, id LIMIT :limit")
                .bind("municipality", municipality == null ? null : municipality.value())
                .bind("limit", limit)
                .map((row, context) -> CaseListRow.read(row))
                .list());
  }

  @Override
  public void choose(UUID id, ColumnMapping columns) {
    jdbi.useHandle(
        handle ->
            bind(
                    handle.createUpdate(
                        "UPDATE ops.case_list SET columns = jsonb_object(:names, :values)"
                            + BY_ID
                            + " AND state = 'UPLOADED'"),
                    columns.texts())
                .bind("id", id)
                .execute());
  }

  @Override
  public void confirm(UUID id, WordMapping words) {
    jdbi.useHandle(
        handle ->
            bind(
                    handle.createUpdate(
                        "UPDATE ops.case_list SET state = 'REGISTERING',"
                            + " words = jsonb_object(:names, :values)"
                            + BY_ID),
                    CaseListRow.texts(words))
                .bind("id", id)
                .execute());
  }

  @Override
  public void advance(UUID id, int doneRow, Counts more) {
    jdbi.useHandle(
        handle -> {
          CaseList list = hold(id).orElseThrow();
          Map<String, String> counts = new TreeMap<>();
          list.counts()
              .plus(more)
              .numbers()
              .forEach((name, number) -> counts.put(name.name(), Integer.toString(number)));
          bind(
                  handle.createUpdate(
                      "UPDATE ops.case_list SET done_row = :row,"
                          + " counts = jsonb_object(:names, :values)"
                          + BY_ID),
                  counts)
              .bind("row", doneRow)
              .bind("id", id)
              .execute();
        });
  }

  @Override
  public void end(UUID id, CaseList.State state) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("UPDATE ops.case_list SET state = :state, sealed_file = NULL" + BY_ID)
                .bind("state", state.name())
                .bind("id", id)
                .execute());
  }

  @Override
  public void addNotes(UUID id, List<Note> more) {
    notes.add(id, more);
  }

  @Override
  public List<Note> notes(UUID id, int limit) {
    return notes.of(id, limit);
  }

  @Override
  public Optional<ColumnMapping> columns(MunicipalityCode municipality, String signature) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + CaseListRow.flat("columns")
                        + " FROM ops.case_list_columns"
                        + " WHERE municipality_code = :municipality AND signature = :signature")
                .bind("municipality", municipality.value())
                .bind("signature", signature)
                .map((row, context) -> ColumnMapping.parse(CaseListRow.texts(row, "columns")))
                .findOne());
  }

  @Override
  public void remember(MunicipalityCode municipality, String signature, ColumnMapping columns) {
    jdbi.useHandle(
        handle ->
            bind(
                    handle.createUpdate(
                        """
                        INSERT INTO ops.case_list_columns (municipality_code, signature, columns)
                        VALUES (:municipality, :signature, jsonb_object(:names, :values))
                        ON CONFLICT (municipality_code, signature)
                          DO UPDATE SET columns = excluded.columns
                        """),
                    columns.texts())
                .bind("municipality", municipality.value())
                .bind("signature", signature)
                .execute());
  }

  @Override
  public WordMapping words(MunicipalityCode municipality) {
    return words.of(municipality);
  }

  @Override
  public void remember(MunicipalityCode municipality, WordMapping meanings) {
    words.remember(municipality, meanings);
  }

  @Override
  public int forget(Instant uploadedBefore, Instant endedUploadedBefore) {
    return jdbi.withHandle(
        handle -> {
          handle
              .createUpdate(
                  "DELETE FROM ops.case_list WHERE uploaded_at < :before"
                      + " AND state NOT IN ('UPLOADED', 'REGISTERING')")
              .bind("before", endedUploadedBefore.atOffset(ZoneOffset.UTC))
              .execute();
          return handle
              .createUpdate(
                  "UPDATE ops.case_list SET state = 'EXPIRED', sealed_file = NULL"
                      + " WHERE state = 'UPLOADED' AND uploaded_at < :before")
              .bind("before", uploadedBefore.atOffset(ZoneOffset.UTC))
              .execute();
        });
  }

  private static Update bind(Update update, Map<String, String> texts) {
    return update
        .bindArray("names", String.class, texts.keySet())
        .bindArray("values", String.class, texts.values());
  }
}
