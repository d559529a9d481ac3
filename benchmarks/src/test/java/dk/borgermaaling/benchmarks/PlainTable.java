package dk.borgermaaling.benchmarks;

import java.util.List;

/**
 * A table that the road writes, and its copy in the schema {@code plain}.
 *
 * @param name with its schema
 * @param added which rows {@code t} of it are new since the arrival {@code ?}
 * @param order in which a row comes after those it refers to
 * @param key by which a row that is there already is written again; empty where none is
 */
record PlainTable(String name, String added, String order, List<String> key) {
  private static final String OF_NEW_EVENTS =
      "(t.municipality_code, t.event_id) IN"
          + " (SELECT municipality_code, event_id FROM intake.case_event WHERE arrival > ?)";
  private static final String NEW_INVITATIONS =
      "SELECT i.id FROM contact.invitation i JOIN intake.case_event e"
          + " ON e.municipality_code = i.municipality_code AND e.event_id = i.event_id"
          + " WHERE e.arrival > ?";

  static final PlainTable CITIZEN =
      new PlainTable(
          "contact.citizen",
          "t.id IN (SELECT unnest(ARRAY[citizen_id, former_citizen_id]) FROM intake.case_event"
              + " WHERE arrival > ?) AND NOT EXISTS (SELECT FROM plain.citizen p WHERE p.id = t.id)",
          "1",
          List.of());
  static final PlainTable CASE_EVENT =
      new PlainTable("intake.case_event", "t.arrival > ?", "arrival", List.of());
  static final PlainTable DECISION =
      new PlainTable("intake.decision", OF_NEW_EVENTS, "1", List.of());
  static final PlainTable COURSE =
      new PlainTable(
          "contact.citizen_course",
          "(t.municipality_code, t.citizen_id) IN"
              + " (SELECT municipality_code, citizen_id FROM intake.case_event WHERE arrival > ?)",
          "1",
          List.of("municipality_code", "citizen_id"));
  static final PlainTable INVITATION =
      new PlainTable("contact.invitation", OF_NEW_EVENTS, "1", List.of());
  static final PlainTable QUARANTINE =
      new PlainTable(
          "contact.quarantine",
          "? IS NOT NULL AND NOT EXISTS (SELECT FROM plain.quarantine p"
              + " WHERE p.scope_hash = t.scope_hash AND p.week = t.week)",
          "1",
          List.of());
  static final PlainTable NOTIFICATION =
      new PlainTable(
          "contact.notification", "t.invitation_id IN (" + NEW_INVITATIONS + ")", "1", List.of());
  static final PlainTable TASK =
      new PlainTable(
          "ops.scheduled_tasks",
          "t.task_name = 'send-step' AND t.task_instance IN"
              + " (SELECT n.municipality_code || ':' || n.id FROM contact.notification n"
              + " WHERE n.invitation_id IN ("
              + NEW_INVITATIONS
              + "))",
          "1",
          List.of());

  String copy() {
    return "plain." + name.substring(name.indexOf('.') + 1);
  }
}
