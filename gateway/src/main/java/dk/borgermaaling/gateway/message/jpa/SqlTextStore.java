package dk.borgermaaling.gateway.message.jpa;

import dk.borgermaaling.gateway.message.Part;
import dk.borgermaaling.gateway.message.TextInUse;
import dk.borgermaaling.gateway.message.TextKey;
import dk.borgermaaling.gateway.message.TextStore;
import dk.borgermaaling.gateway.message.TextVersion;
import dk.borgermaaling.gateway.message.TextVersion.Closing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Texts in {@code ops.message_text}. */
public final class SqlTextStore implements TextStore {
  /** The lock under which texts are decided on; any number that nobody else locks. */
  private static final long LOCK = 7_305_118_446_165L;

  private static final String INSERT =
      """
      INSERT INTO ops.message_text (id, name, municipality_code, round_id, survey_group, step,
        channel, language, variant, key, %s, state, valid_from, note, author, drafted_at)
      VALUES (:id, :name, :municipality, CAST(:round AS uuid), :group, :step, :channel, :language,
        :variant, :key, %s, :state, :from, :note, :author, :drafted)
      """
          .formatted(parts("%s"), parts(":%s"));
  private static final String UPDATE =
      """
      UPDATE ops.message_text SET name = :name, municipality_code = :municipality,
        round_id = CAST(:round AS uuid), survey_group = :group, step = :step, channel = :channel,
        language = :language, variant = :variant, key = :key, %s, state = :state,
        valid_from = :from, valid_to = CAST(:to AS date), note = :note,
        proposed_at = CAST(:proposed AS timestamptz),
        decided_by = :decidedBy, decided_at = CAST(:decidedAt AS timestamptz),
        decision_note = :decisionNote,
        ended_by = :endedBy, ended_at = CAST(:endedAt AS timestamptz), ended_note = :endedNote
      WHERE id = :id
      """
          .formatted(parts("%1$s = :%1$s"));
  private static final String HOLDS_LATER =
      "state = 'IN_USE' AND (valid_to IS NULL OR (valid_to > :today AND valid_to > valid_from))";

  private final Jdbi jdbi;

  public SqlTextStore(Jdbi gateway) {
    this.jdbi = gateway;
  }

  private static String parts(String form) {
    return Arrays.stream(Part.values())
        .map(part -> form.formatted(column(part)))
        .collect(Collectors.joining(", "));
  }

  private static String column(Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void insert(TextVersion draft) {
    jdbi.useHandle(
        handle ->
            words(handle.createUpdate(INSERT), draft)
                .bind("author", draft.author())
                .bindByType("drafted", at(draft.draftedAt()), OffsetDateTime.class)
                .execute());
  }

  @Override
  public void update(TextVersion version) {
    jdbi.useHandle(
        handle -> {
          var update =
              words(handle.createUpdate(UPDATE), version)
                  .bindByType("to", version.to(), LocalDate.class)
                  .bindByType("proposed", at(version.proposedAt()), OffsetDateTime.class);
          closing(update, version.decision(), "decidedBy", "decidedAt", "decisionNote");
          closing(update, version.ending(), "endedBy", "endedAt", "endedNote");
          update.execute();
        });
  }

  private static <T extends SqlStatement<T>> T words(T statement, TextVersion version) {
    TextKey key = version.text().key();
    for (Part part : Part.values()) {
      statement.bind(column(part), version.text().part(part));
    }
    return statement
        .bind("id", version.id())
        .bind("name", version.text().name())
        .bindByType(
            "municipality",
            key.municipality() == null ? null : key.municipality().value(),
            String.class)
        .bindByType("round", key.round(), UUID.class)
        .bindByType("group", key.surveyGroup(), String.class)
        .bind("step", key.step().name())
        .bind("channel", key.channel().name())
        .bind("language", key.language())
        .bind("variant", key.variant())
        .bind("key", key.asText())
        .bind("state", version.state().name())
        .bind("from", version.from())
        .bind("note", version.note());
  }

  private static <T extends SqlStatement<T>> void closing(
      T statement, @Nullable Closing closing, String by, String at, String note) {
    statement
        .bindByType(by, closing == null ? null : closing.by(), String.class)
        .bindByType(at, closing == null ? null : at(closing.at()), OffsetDateTime.class)
        .bindByType(note, closing == null ? null : closing.note(), String.class);
  }

  @Override
  public void deleteDraft(UUID id) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM ops.message_text WHERE id = :id AND state = 'DRAFT'")
                .bind("id", id)
                .execute());
  }

  @Override
  public Optional<TextVersion> find(UUID id) {
    return select("WHERE id = :id", Map.of("id", id)).stream().findFirst();
  }

  @Override
  public Optional<TextVersion> hold(UUID id) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("SELECT pg_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapToMap()
                .list());
    return select("WHERE id = :id FOR UPDATE", Map.of("id", id)).stream().findFirst();
  }

  @Override
  public List<TextVersion> inUse(TextKey key, LocalDate today) {
    return select(
        "WHERE key = :key AND " + HOLDS_LATER + " ORDER BY valid_from, id",
        Map.of("key", key.asText(), "today", today));
  }

  @Override
  public List<TextVersion> current(LocalDate today) {
    return select(
        "WHERE state IN ('DRAFT', 'PROPOSED') OR ("
            + HOLDS_LATER
            + ") ORDER BY key, valid_from, id",
        Map.of("today", today));
  }

  @Override
  public List<TextVersion> history(TextKey key, int limit) {
    return select(
        "WHERE key = :key AND state <> 'DRAFT' ORDER BY drafted_at DESC, id LIMIT :limit",
        Map.of("key", key.asText(), "limit", limit));
  }

  @Override
  public List<TextInUse> inUse(LocalDate today) {
    return select("WHERE " + HOLDS_LATER + " ORDER BY key, valid_from", Map.of("today", today))
        .stream()
        .map(version -> new TextInUse(version.text(), version.from(), version.to()))
        .toList();
  }

  private List<TextVersion> select(String rest, Map<String, ?> values) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM ops.message_text " + rest)
                .bindMap(values)
                .map((row, context) -> TextRow.read(row))
                .list());
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant time) {
    return time == null ? null : OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
  }
}
