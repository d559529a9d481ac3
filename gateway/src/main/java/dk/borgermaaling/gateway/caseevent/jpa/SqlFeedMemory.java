package dk.borgermaaling.gateway.caseevent.jpa;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The feed memory in {@code intake.feed_entity}. */
public final class SqlFeedMemory implements FeedMemory {
  private static final String SELECT =
      "SELECT entity_id, version, state FROM intake.feed_entity"
          + " WHERE municipality_code = :municipality AND source = :source AND ";
  private static final String UPSERT =
      """
      INSERT INTO intake.feed_entity (municipality_code, source, entity_id, version, state)
      VALUES (:municipality, :source, :entity, :version, :state)
      ON CONFLICT (municipality_code, source, entity_id) DO UPDATE
        SET version = excluded.version, state = excluded.state
        WHERE feed_entity.version = excluded.version - 1
      """;

  private final Jdbi jdbi;

  public SqlFeedMemory(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Map<String, Entry> recall(
      EventSource source, MunicipalityCode municipality, String prefix) {
    return jdbi.withHandle(
        handle ->
            entries(
                handle
                    .createQuery(SELECT + "starts_with(entity_id, :prefix)")
                    .bind("prefix", prefix),
                source,
                municipality));
  }

  @Override
  public Page page(
      EventSource source, MunicipalityCode municipality, String prefix, String after, int limit) {
    List<String> keys = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "entity_id > :after AND starts_with(entity_id, :prefix)"
                        + " ORDER BY entity_id LIMIT :limit")
                .bind("municipality", municipality.value())
                .bind("source", source.name())
                .bind("after", after)
                .bind("prefix", prefix)
                .bind("limit", limit)
                .map((row, context) -> keys.add(row.getString("entity_id")) && entries.add(of(row)))
                .list());
    return new Page(keys, entries);
  }

  private static Entry of(ResultSet row) throws SQLException {
    return new Entry(row.getInt("version"), row.getString("state"));
  }

  @Override
  public Map<String, Entry> recall(
      EventSource source, MunicipalityCode municipality, Collection<String> keys) {
    return jdbi.withHandle(
        handle ->
            entries(
                handle
                    .createQuery(SELECT + "entity_id = ANY(:keys)")
                    .bindArray("keys", String.class, keys.toArray()),
                source,
                municipality));
  }

  private static Map<String, Entry> entries(
      Query query, EventSource source, MunicipalityCode municipality) {
    Map<String, Entry> found = new TreeMap<>();
    query
        .bind("municipality", municipality.value())
        .bind("source", source.name())
        .map((row, context) -> Map.entry(row.getString("entity_id"), of(row)))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  @Override
  public void remember(
      EventSource source, MunicipalityCode municipality, Map<String, Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    int written =
        jdbi.withHandle(
            handle -> {
              var batch = handle.prepareBatch(UPSERT);
              new TreeMap<>(entries)
                  .forEach(
                      (key, entry) ->
                          batch
                              .bind("municipality", municipality.value())
                              .bind("source", source.name())
                              .bind("entity", key)
                              .bind("version", entry.version())
                              .bind("state", entry.state())
                              .add());
              return Arrays.stream(batch.execute()).sum();
            });
    if (written != entries.size()) {
      throw new ProblemException(
          new Problem.Plain(ProblemType.CONFLICT, "Another poll of this municipality was faster"));
    }
  }
}
