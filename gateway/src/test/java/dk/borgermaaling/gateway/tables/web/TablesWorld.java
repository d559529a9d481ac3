package dk.borgermaaling.gateway.tables.web;

import dk.borgermaaling.gateway.access.web.StaffServer;
import dk.borgermaaling.gateway.reporting.web.DashboardWorld;
import dk.borgermaaling.gateway.survey.SurveyPreview;
import dk.borgermaaling.gateway.survey.SurveyTable;
import dk.borgermaaling.gateway.survey.jpa.SqlRecentEvents;
import dk.borgermaaling.gateway.survey.jpa.SqlSurveyTables;
import dk.borgermaaling.gateway.tables.ChangeDesk;
import dk.borgermaaling.gateway.tables.ChangeForecast;
import dk.borgermaaling.gateway.tables.ChangeNews;
import dk.borgermaaling.gateway.tables.Tables;
import dk.borgermaaling.gateway.tables.jpa.SqlChangeSets;
import dk.borgermaaling.gateway.testing.SettableClock;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The pages of tables over a database with six events of Odense and one dead letter. */
public final class TablesWorld {
  private TablesWorld() {}

  public static List<Object> resources(StaffServer server, SettableRealClock clock) {
    server.database.owner().useHandle(TablesWorld::fill);
    SettableClock business = SettableClock.at("2026-12-14T10:00");
    SqlSurveyTables survey = new SqlSurveyTables(server.database.gateway());
    SurveyPreview preview =
        new SurveyPreview(survey::read, new SqlRecentEvents(server.database.gateway()), business);
    Tables tables =
        new Tables(
            List.of(
                survey.editable(SurveyTable.TARGET_GROUPS),
                survey.editable(SurveyTable.TRIGGERS),
                survey.editable(SurveyTable.GROUPS)));
    SqlChangeSets sets = new SqlChangeSets(server.database.gateway());
    ChangeDesk desk =
        new ChangeDesk(
            tables,
            sets,
            new ChangeForecast(
                List.of(preview.ofEvents(), preview.ofConversations(), preview.ofDeadLetters())),
            new ChangeNews(List.of(), (table, failure) -> {}),
            server.audit,
            server.database.transactions(),
            business,
            clock,
            Duration.ofDays(14));
    ChangePages views =
        new ChangePages(
            tables,
            desk,
            sets,
            server.pages,
            new DashboardWorld.Places(),
            business,
            server.audit,
            clock);
    return List.of(
        new TablesResource(tables, desk, sets, server.pages, business, server.audit, clock),
        new ChangesResource(tables, desk, sets, views, server.pages));
  }

  private static void fill(Handle handle) {
    for (int i = 1; i <= 4; i++) {
      event(handle, "0461", "CONVERSATION_HELD", "6.6", 4, "2026-12-01");
    }
    event(handle, "0461", "TARGET_GROUP_STARTED", "6.6", null, "2026-11-20");
    event(handle, "0461", "CONVERSATION_HELD", "6.6", 4, "2026-11-01");
    event(handle, "0751", "CONVERSATION_HELD", "6.1", 7, "2026-12-02");
    handle.execute(
        "INSERT INTO intake.dead_letter (municipality_code, source, entity_id, reason, detail)"
            + " VALUES ('0751', 'MOMENTUM', 'x', 'unknown-target-group',"
            + " 'The target group LAB6 6.14 is not in the table of 2026-12-03')");
  }

  static void event(
      Handle handle,
      String municipality,
      String happening,
      String code,
      @Nullable Integer type,
      String day) {
    handle.execute(
        "INSERT INTO intake.case_event (municipality_code, event_id, source, entity_id, version,"
            + " withdrawn, occurred_at, received_at, citizen_id, group_system, group_code,"
            + " group_start, happening, happened_on, conversation_type, content_hash)"
            + " VALUES (?, ?, 'MOMENTUM', ?, 1, false, ?::timestamptz, ?::timestamptz, ?, 'LAB6',"
            + " ?, '2026-01-01', ?, ?::date, ?, '')",
        municipality,
        UUID.randomUUID(),
        UUID.randomUUID().toString(),
        day + "T10:00:00Z",
        day + "T11:00:00Z",
        UUID.randomUUID(),
        code,
        happening,
        day,
        type);
  }
}
