package dk.borgermaaling.gateway.caseevent.jpa;

import dk.borgermaaling.gateway.citizen.CitizenId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Whom a decision about some citizens can touch. */
final class ConcernedCitizens {
  /**
   * The persons that the citizens are, and who shares an entity with one of them; which of their
   * events count is to be filled in. OFFSET 0 keeps the planner from reading the whole table
   * instead of looking up what is concerned. Of two versions one is not the first.
   */
  private static final String CONCERNED =
      """
      WITH RECURSIVE person (id) AS (
        SELECT unnest(:citizens)
        UNION
        SELECT other.id
        FROM person
        CROSS JOIN LATERAL (
          SELECT former_citizen_id AS id FROM intake.case_event
          WHERE citizen_id = person.id AND former_citizen_id IS NOT NULL
          UNION ALL
          SELECT citizen_id FROM intake.case_event WHERE former_citizen_id = person.id) AS other)
      SELECT id FROM person
      UNION
      SELECT other.citizen_id
      FROM person
      CROSS JOIN LATERAL (
        SELECT municipality_code, source, entity_id, version FROM intake.case_event
        WHERE citizen_id = person.id %s OFFSET 0) AS mine
      CROSS JOIN LATERAL (
        SELECT citizen_id FROM intake.case_event AS told
        WHERE told.municipality_code = mine.municipality_code AND told.source = mine.source
          AND told.entity_id = mine.entity_id
          AND told.version > CASE mine.version WHEN 1 THEN 1 ELSE 0 END OFFSET 0) AS other
      ORDER BY 1
      """;

  private static final String BY_ALL = CONCERNED.formatted("");
  private static final String BY_WAITING =
      CONCERNED.formatted("AND (processed_at IS NULL OR former_citizen_id IS NOT NULL)");

  private final Jdbi jdbi;

  ConcernedCitizens(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  List<CitizenId> byAll(Collection<CitizenId> citizens) {
    return concernedBy(citizens, BY_ALL);
  }

  /** By the entities of events that wait alone; changes of a number always count. */
  List<CitizenId> byWaiting(Collection<CitizenId> citizens) {
    return concernedBy(citizens, BY_WAITING);
  }

  private List<CitizenId> concernedBy(Collection<CitizenId> citizens, String sql) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(sql)
                .bindArray(
                    "citizens", UUID.class, citizens.stream().map(CitizenId::value).toArray())
                .mapTo(UUID.class)
                .map(CitizenId::new)
                .list());
  }
}
