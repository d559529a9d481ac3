package dk.borgermaaling.liberty.wire;

import dk.borgermaaling.liberty.launcher.WholeSystem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Takes a test's own events out of the database again: other tests compare whole tables. */
final class Traces {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final String CITIZEN =
      "(SELECT citizen_id FROM intake.case_event WHERE event_id = ?)";
  private static final List<String> DELETIONS =
      List.of(
          "DELETE FROM contact.citizen_course WHERE citizen_id IN " + CITIZEN,
          "DELETE FROM contact.citizen WHERE id IN " + CITIZEN,
          "DELETE FROM intake.decision WHERE event_id = ?",
          "DELETE FROM intake.case_event WHERE event_id = ?");

  private Traces() {}

  /** Waits until the gateway is done with the event: it is decided on, and its task is gone. */
  static void awaitDecision(Wire wire, String eventId) {
    WholeSystem.await("the event is decided on", LONGEST, () -> isDone(wire, eventId));
  }

  private static boolean isDone(Wire wire, String eventId) {
    return wire.tables()
            .count(
                """
                SELECT count(*) FROM intake.decision d WHERE event_id = '%s' AND NOT EXISTS (
                  SELECT 1 FROM ops.scheduled_tasks
                  WHERE task_instance = d.municipality_code || ':' || d.event_id)
                """
                    .formatted(eventId))
        == 1;
  }

  static void remove(Wire wire, String eventId) {
    execute(wire, DELETIONS, UUID.fromString(eventId));
  }

  /**
   * What a person would have been told of an event that no table could map.
   *
   * @return how many letters there were
   */
  static int removeDeadLetter(Wire wire, String entityId) {
    return execute(wire, List.of("DELETE FROM intake.dead_letter WHERE entity_id = ?"), entityId);
  }

  /** Waits until a message of Beskedfordeler is understood, and takes it and its letter away. */
  static void removeMessage(Wire wire, UUID id) {
    String waiting =
        "SELECT count(*) FROM ops.scheduled_tasks WHERE task_name = 'process-message'"
            + " AND task_instance = '"
            + id
            + "'";
    WholeSystem.await(
        "the message is understood", LONGEST, () -> wire.tables().count(waiting) == 0);
    execute(wire, List.of("DELETE FROM intake.distributed_message WHERE id = ?"), id);
    execute(
        wire,
        List.of(
            "DELETE FROM intake.parked_letter WHERE entity_id = ?",
            "DELETE FROM intake.dead_letter WHERE entity_id = ?"),
        id.toString());
  }

  /** Ids of all events that this source has told of: the story has none of it. */
  static List<String> eventsOf(Wire wire, String source) {
    return List.copyOf(
        wire.tables()
            .byName("SELECT event_id, 1 FROM intake.case_event WHERE source = '" + source + "'")
            .keySet());
  }

  /** Returns the number of rows that the statements changed. */
  static int execute(Wire wire, List<String> statements, Object parameter) {
    try (Connection connection = wire.system().database().connect()) {
      connection.setAutoCommit(false);
      int changed = 0;
      for (String statement : statements) {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
          prepared.setObject(1, parameter);
          changed += prepared.executeUpdate();
        }
      }
      connection.commit();
      return changed;
    } catch (SQLException e) {
      throw new IllegalStateException("the test's rows could not be changed", e);
    }
  }
}
