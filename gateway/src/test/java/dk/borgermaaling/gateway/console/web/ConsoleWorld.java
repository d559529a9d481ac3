package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.access.web.StaffServer;
import dk.borgermaaling.gateway.caseevent.jpa.SqlCaseEvents;
import dk.borgermaaling.gateway.caseevent.jpa.SqlFeedRuns;
import dk.borgermaaling.gateway.citizen.jpa.SqlCitizenVault;
import dk.borgermaaling.gateway.console.FeedDesk;
import dk.borgermaaling.gateway.console.PauseDesk;
import dk.borgermaaling.gateway.console.PlanDesk;
import dk.borgermaaling.gateway.console.Road;
import dk.borgermaaling.gateway.console.RoundDesk;
import dk.borgermaaling.gateway.console.jpa.SqlEventLog;
import dk.borgermaaling.gateway.console.jpa.SqlMessageLog;
import dk.borgermaaling.gateway.console.jpa.SqlRoadBook;
import dk.borgermaaling.gateway.console.jpa.SqlTakenBackLog;
import dk.borgermaaling.gateway.console.jpa.SqlTroubleBook;
import dk.borgermaaling.gateway.invitation.calendar.DanishOfficeHours;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.notification.OverdueReceipts;
import dk.borgermaaling.gateway.notification.ResendStep;
import dk.borgermaaling.gateway.notification.SendingTimes;
import dk.borgermaaling.gateway.notification.jpa.JpaNotifications;
import dk.borgermaaling.gateway.notification.jpa.SqlOverdueReceipts;
import dk.borgermaaling.gateway.notification.jpa.SqlOverview;
import dk.borgermaaling.gateway.notification.jpa.SqlPauseBook;
import dk.borgermaaling.gateway.notification.jpa.SqlPlanBook;
import dk.borgermaaling.gateway.notification.tasks.SchedulerQueue;
import dk.borgermaaling.gateway.notification.tasks.SleepingSteps;
import dk.borgermaaling.gateway.reporting.ListedResults;
import dk.borgermaaling.gateway.reporting.MadeUpResults;
import dk.borgermaaling.gateway.reporting.PublishedResults;
import dk.borgermaaling.gateway.reporting.web.DashboardWorld;
import dk.borgermaaling.gateway.selection.StoredReasons;
import dk.borgermaaling.gateway.selection.jpa.SqlDecisionBook;
import dk.borgermaaling.gateway.selection.jpa.SqlRoundBook;
import dk.borgermaaling.gateway.selection.jpa.SqlSelectionTables;
import dk.borgermaaling.gateway.testing.SettableClock;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import dk.borgermaaling.gateway.testing.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A console over a database in which 130 events of Odense and 3 of Aarhus have come. */
public final class ConsoleWorld {
  /** Citizen of the first event, whose invitation is answered. */
  public static final UUID ANSWERED = new UUID(0xc171L << 48, 1);

  private ConsoleWorld() {}

  public static List<Object> resources(StaffServer server) {
    server.database.owner().useHandle(ConsoleWorld::fill);
    Jdbi jdbi = server.database.gateway();
    SettableRealClock clock = new SettableRealClock("2026-12-14T09:00:00Z");
    SettableClock business = SettableClock.at("2026-12-14T10:00");
    SqlOverview overview = new SqlOverview(jdbi);
    Road road = new Road(new SqlRoadBook(jdbi), overview, business);
    Places places = new Places(new DashboardWorld.Places(), new DashboardWorld.Groups(), business);
    SeenNotes seen = new SeenNotes(server.audit, clock);
    return List.of(
        new ConsoleResource(
            road,
            new SqlTroubleBook(
                jdbi,
                new SqlOverdueReceipts(
                    jdbi, new OverdueReceipts.Patience(Duration.ofDays(3), Duration.ofDays(14))),
                clock),
            new SqlEventLog(jdbi),
            new PublishedResults(new ListedResults(DashboardWorld.results()), MadeUpResults.LIMIT),
            places,
            server.pages,
            seen),
        new RoundsResource(
            new RoundDesk(
                new SqlRoundBook(jdbi),
                new SqlSelectionTables(jdbi).read(),
                new DashboardWorld.Places(),
                server.database.transactions(),
                server.audit,
                clock),
            places,
            server.pages,
            seen,
            business),
        new WhyResource(
            new StoredReasons(
                server.database.transactions(), new SqlCaseEvents(jdbi), new SqlDecisionBook(jdbi)),
            new SqlCitizenVault(jdbi, TestKeys.recipientCipher()),
            new SqlTakenBackLog(jdbi),
            server.database.transactions(),
            places,
            server.pages,
            seen),
        new NotificationsResource(
            road,
            overview,
            new SqlMessageLog(jdbi),
            new SqlTakenBackLog(jdbi),
            places,
            server.pages,
            seen,
            new ResendStep(
                server.database.transactions(),
                new JpaNotifications(server.database.entityManager(), jdbi),
                new SchedulerQueue(server.database.schedulerClient(), jdbi, clock),
                new SendingTimes(
                    UnaryOperator.identity(),
                    Duration.ofMinutes(1),
                    Duration.ofDays(365),
                    new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1))),
                business,
                clock)),
        new SendingResource(
            new PauseDesk(
                new SqlPauseBook(jdbi, scope -> {}, clock),
                server.database.transactions(),
                server.audit,
                clock),
            new RoundDesk(
                new SqlRoundBook(jdbi),
                new SqlSelectionTables(jdbi).read(),
                new DashboardWorld.Places(),
                server.database.transactions(),
                server.audit,
                clock),
            places,
            server.pages,
            seen),
        new SendingPlanResource(
            new PlanDesk(
                new SqlPlanBook(
                    jdbi,
                    new JpaNotifications(server.database.entityManager(), jdbi),
                    new SleepingSteps(jdbi, business, clock)::move,
                    clock),
                new DanishOfficeHours(),
                (municipality, on) -> false,
                server.database.transactions(),
                server.audit,
                business,
                clock),
            new SqlCitizenVault(jdbi, TestKeys.recipientCipher()),
            server.database.transactions(),
            places,
            server.pages,
            business),
        new FeedsResource(
            new FeedDesk(List.of(new PolledTowns()), new SqlFeedRuns(jdbi)),
            places,
            server.pages,
            seen,
            clock));
  }

  private static void fill(Handle handle) {
    for (int i = 1; i <= 130; i++) {
      event(handle, i, "0461", i % 3 == 0 ? "COURSE_ENDED" : "CONVERSATION_HELD");
      if (i % 2 == 1) {
        decision(handle, i, "0461", "INVITED", null);
        invitation(handle, i, "0461", i == 1);
        message(handle, i, "0461", "first", i % 10 == 1 ? "FAILED" : "DELIVERED");
      } else {
        decision(handle, i, "0461", "STOPPED", i % 4 == 0 ? "QUARANTINE" : "UNDER_18");
      }
      if (i % 4 == 3) {
        message(handle, i, "0461", "reminder-1", "DELIVERED");
      }
    }
    for (int i = 131; i <= 133; i++) {
      event(handle, i, "0751", "CONVERSATION_HELD");
    }
    handle.execute(
        "INSERT INTO ops.selection_terms (municipality_code, valid_from, mode)"
            + " VALUES ('0461', '2026-12-20', 'ROUND')");
    handle.execute(
        "INSERT INTO intake.feed_run (municipality_code, source, failures_in_a_row, last_failure)"
            + " VALUES ('0185', 'MOMENTUM', 4, 'the token was refused')");
    handle.execute(
        "INSERT INTO intake.dead_letter (municipality_code, source, entity_id, reason, detail)"
            + " VALUES ('0461', 'MOMENTUM', 'x', 'UNKNOWN_GROUP', 'code 99')");
  }

  private static UUID id(long kind, int i) {
    return new UUID(kind << 48, i);
  }

  private static void event(Handle handle, int i, String municipality, String happening) {
    handle.execute(
        "INSERT INTO contact.citizen (id, kind, sealed, lookup) VALUES (?, 'CPR', ?, ?)",
        id(0xc171, i),
        new byte[] {1},
        Integer.toString(i).getBytes(StandardCharsets.UTF_8));
    handle.execute(
        "INSERT INTO intake.case_event (municipality_code, event_id, source, entity_id, version,"
            + " withdrawn, occurred_at, received_at, citizen_id, happening, happened_on,"
            + " content_hash, processed_at) VALUES (?, ?, 'MOMENTUM', ?, 1, false,"
            + " '2026-11-23T09:15:00Z', '2026-11-23T10:00:00Z', ?, ?, '2026-11-23', '\\x00',"
            + (municipality.equals("0751") ? " NULL)" : " '2026-11-23T10:01:00Z')"),
        municipality,
        id(0xe0e0, i),
        "entity-" + i,
        id(0xc171, i),
        happening);
  }

  private static void decision(
      Handle handle, int i, String municipality, String outcome, @Nullable String reason) {
    handle.execute(
        "INSERT INTO intake.decision (municipality_code, event_id, outcome, reason, survey_group,"
            + " rule_version, facts, decided_at)"
            + " VALUES (?, ?, ?, ?, 'dagpenge', '1', '{}', '2026-11-23T10:01:00Z')",
        municipality,
        id(0xe0e0, i),
        outcome,
        reason);
  }

  private static void invitation(Handle handle, int i, String municipality, boolean answered) {
    handle.execute(
        "INSERT INTO contact.invitation (municipality_code, id, citizen_id, survey_group, event_id,"
            + " source, entity_id, planned_first, closes_at, state, stopped, answered)"
            + " VALUES (?, ?, ?, 'dagpenge', ?, 'MOMENTUM', ?, '2026-11-24T09:00:00Z',"
            + " '2026-12-22T09:00:00Z', 'OPEN', false, ?)",
        municipality,
        id(0x1111, i),
        id(0xc171, i),
        id(0xe0e0, i),
        "entity-" + i,
        answered);
  }

  private static void message(
      Handle handle, int i, String municipality, String step, String state) {
    boolean failed = state.equals("FAILED");
    handle.execute(
        "INSERT INTO contact.notification (municipality_code, id, invitation_id, step, planned_for,"
            + " state, channel, channels, message_uuid, transaction_id, attempts, sent_at, delivered_at,"
            + " failure_kind, failure_reason) VALUES (?, ?, ?, ?, '2026-11-24T09:00:00Z', ?,"
            + " 'DIGITAL_POST', 'DIGITAL_POST', ?, ?, 1, '2026-11-24T09:00:02Z', ?, ?, ?)",
        municipality,
        id(step.equals("first") ? 0xf1f1 : 0xf2f2, i),
        id(0x1111, i),
        step,
        state,
        id(step.equals("first") ? 0xa1a1 : 0xa2a2, i),
        id(step.equals("first") ? 0xb1b1 : 0xb2b2, i),
        failed ? null : OffsetDateTime.parse("2026-11-24T09:00:12Z"),
        failed ? "CONFIGURATION" : null,
        failed ? "the certificate is not known to the receiver" : null);
  }
}
