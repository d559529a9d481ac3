package dk.borgermaaling.gateway.caseevent.jpa;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventStore;
import dk.borgermaaling.gateway.caseevent.ContentHash;
import dk.borgermaaling.gateway.caseevent.EventId;
import dk.borgermaaling.gateway.caseevent.EventQueue;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.caseevent.VersionKey;
import dk.borgermaaling.gateway.caseevent.Withdrawal;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Events in {@code intake.case_event}; a batch is one statement. */
public final class SqlCaseEvents implements CaseEventStore {
  private static final String INSERT =
      """
      INSERT INTO intake.case_event
        (municipality_code, event_id, source, entity_id, version, withdrawn, occurred_at, received_at,
         citizen_id, group_system, group_code, group_start, course_start, responsible_actor,
         organisational_unit, happening, happened_on, conversation_type, conversation_form, moved_to,
         former_citizen_id, content_hash)
      SELECT municipality, id::uuid, source, entity, version::integer, withdrawn::boolean,
             occurred_at::timestamptz, :received_at, citizen::uuid, group_system, group_code,
             group_start::date, course_start::date, actor, unit::uuid, happening, happened_on::date,
             conversation_type::integer, conversation_form, moved_to, former_citizen::uuid,
             decode(hash, 'hex')
      FROM unnest(:municipality, :id, :source, :entity, :version, :withdrawn, :occurred_at, :citizen,
                  :group_system, :group_code, :group_start, :course_start, :actor, :unit, :happening,
                  :happened_on, :conversation_type, :conversation_form, :moved_to, :former_citizen,
                  :hash)
        WITH ORDINALITY
        AS t (municipality, id, source, entity, version, withdrawn, occurred_at, citizen,
              group_system, group_code, group_start, course_start, actor, unit, happening,
              happened_on, conversation_type, conversation_form, moved_to, former_citizen, hash,
              position)
      ORDER BY position
      ON CONFLICT DO NOTHING
      RETURNING municipality_code, event_id
      """;

  private static final String INSERT_WITHDRAWAL =
      """
      INSERT INTO intake.case_event
        (municipality_code, event_id, source, entity_id, version, withdrawn, occurred_at, received_at,
         citizen_id, group_system, group_code, group_start, course_start, responsible_actor,
         organisational_unit, happening, happened_on, conversation_type, conversation_form, moved_to,
         former_citizen_id, content_hash)
      SELECT municipality_code, :id, source, entity_id, :version, true, :at, :at,
             citizen_id, group_system, group_code, group_start, course_start, responsible_actor,
             organisational_unit, happening, happened_on, conversation_type, conversation_form, moved_to,
             former_citizen_id, decode(:hash, 'hex')
      FROM intake.case_event WHERE municipality_code = :municipality AND event_id = :told
      ON CONFLICT DO NOTHING
      """;

  private final Jdbi jdbi;
  private final ConcernedCitizens concerned;

  public SqlCaseEvents(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.concerned = new ConcernedCitizens(jdbi);
  }

  @Override
  public Set<EventId> insert(List<NewEvent> events, Instant receivedAt) {
    if (events.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbi.withHandle(
            handle -> {
              var query =
                  handle
                      .createQuery(INSERT)
                      .bind("received_at", OffsetDateTime.ofInstant(receivedAt, ZoneOffset.UTC));
              for (EventColumn column : EventColumn.ALL) {
                query.bindArray(
                    column.parameter(),
                    String.class,
                    events.stream().map(column::textOf).toArray());
              }
              return query.map((row, context) -> eventId(row)).list();
            }));
  }

  @Override
  public boolean insertWithdrawal(StoredCaseEvent told, Withdrawal withdrawal, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(INSERT_WITHDRAWAL)
                    .bind("municipality", told.municipality().value())
                    .bind("told", told.eventId())
                    .bind("id", withdrawal.eventId())
                    .bind("version", withdrawal.version())
                    .bind("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                    .bind("hash", ContentHash.of(told, withdrawal, at).value())
                    .execute()
                > 0);
  }

  @Override
  public List<Known> known(Collection<CaseEvent> events) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT event_id, municipality_code, source, entity_id, version,
                           encode(content_hash, 'hex') AS hash
                    FROM intake.case_event
                    WHERE (municipality_code, event_id) IN
                          (SELECT * FROM unnest(:municipalities, :ids))
                    UNION
                    SELECT event_id, municipality_code, source, entity_id, version,
                           encode(content_hash, 'hex')
                    FROM intake.case_event
                    WHERE (municipality_code, source, entity_id, version) IN
                          (SELECT * FROM unnest(:municipalities, :sources, :entities, :versions))
                    """)
                .bindArray("ids", UUID.class, events.stream().map(CaseEvent::eventId).toArray())
                .bindArray(
                    "municipalities",
                    String.class,
                    events.stream().map(event -> event.municipality().value()).toArray())
                .bindArray(
                    "sources",
                    String.class,
                    events.stream().map(event -> event.source().name()).toArray())
                .bindArray(
                    "entities", String.class, events.stream().map(CaseEvent::entityId).toArray())
                .bindArray(
                    "versions", Integer.class, events.stream().map(CaseEvent::version).toArray())
                .map(
                    (row, context) ->
                        new Known(
                            eventId(row),
                            new VersionKey(
                                new MunicipalityCode(row.getString("municipality_code")),
                                EventSource.valueOf(row.getString("source")),
                                row.getString("entity_id"),
                                row.getInt("version")),
                            new ContentHash(row.getString("hash"))))
                .list());
  }

  @Override
  public Optional<StoredCaseEvent> find(EventId eventId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM intake.case_event
                    WHERE municipality_code = :municipality AND event_id = :id
                    """)
                .bind("municipality", eventId.municipality().value())
                .bind("id", eventId.id())
                .map((row, context) -> StoredRow.read(row))
                .findOne());
  }

  @Override
  public List<StoredCaseEvent> versionsOf(
      MunicipalityCode municipality, EventSource source, String entityId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM intake.case_event
                    WHERE municipality_code = :municipality AND source = :source
                      AND entity_id = :entity
                    ORDER BY version
                    """)
                .bind("municipality", municipality.value())
                .bind("source", source.name())
                .bind("entity", entityId)
                .map((row, context) -> StoredRow.read(row))
                .list());
  }

  @Override
  public List<CitizenId> concernedBy(Collection<CitizenId> citizens) {
    return concerned.byAll(citizens);
  }

  @Override
  public List<CitizenId> concernedByWaiting(Collection<CitizenId> citizens) {
    return concerned.byWaiting(citizens);
  }

  @Override
  public List<StoredCaseEvent> ofCitizens(Collection<CitizenId> citizens) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM intake.case_event WHERE citizen_id = ANY(:citizens)
                    ORDER BY occurred_at, arrival
                    """)
                .bindArray("citizens", UUID.class, uuids(citizens))
                .map((row, context) -> StoredRow.read(row))
                .list());
  }

  private static Object[] uuids(Collection<CitizenId> citizens) {
    return citizens.stream().map(CitizenId::value).toArray();
  }

  @Override
  public void markProcessed(Collection<StoredCaseEvent> events, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE intake.case_event e SET processed_at = :at
                    FROM unnest(:municipalities, :ids) AS done (municipality_code, event_id)
                    WHERE e.municipality_code = done.municipality_code AND e.event_id = done.event_id
                    """)
                .bind("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .bindArray(
                    "municipalities",
                    String.class,
                    events.stream().map(event -> event.municipality().value()).toArray())
                .bindArray(
                    "ids", UUID.class, events.stream().map(StoredCaseEvent::eventId).toArray())
                .execute());
  }

  @Override
  public List<CitizenId> waiting(int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT DISTINCT citizen_id FROM intake.case_event
                    WHERE processed_at IS NULL
                      AND NOT EXISTS (SELECT FROM ops.scheduled_tasks WHERE task_name = :task)
                    LIMIT :most
                    """)
                .bind("task", EventQueue.TASK)
                .bind("most", most)
                .mapTo(UUID.class)
                .map(CitizenId::new)
                .list());
  }

  private static EventId eventId(ResultSet row) throws SQLException {
    return new EventId(
        new MunicipalityCode(row.getString("municipality_code")),
        row.getObject("event_id", UUID.class));
  }
}
