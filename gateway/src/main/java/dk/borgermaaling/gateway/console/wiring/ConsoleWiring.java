package dk.borgermaaling.gateway.console.wiring;

import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.caseevent.FeedControl;
import dk.borgermaaling.gateway.caseevent.FeedRuns;
import dk.borgermaaling.gateway.console.DeadLetterBook;
import dk.borgermaaling.gateway.console.EventLog;
import dk.borgermaaling.gateway.console.FeedDesk;
import dk.borgermaaling.gateway.console.MessageLog;
import dk.borgermaaling.gateway.console.PauseDesk;
import dk.borgermaaling.gateway.console.PlanDesk;
import dk.borgermaaling.gateway.console.Road;
import dk.borgermaaling.gateway.console.RoundDesk;
import dk.borgermaaling.gateway.console.TakenBackLog;
import dk.borgermaaling.gateway.console.TroubleBook;
import dk.borgermaaling.gateway.console.jpa.SqlDeadLetterBook;
import dk.borgermaaling.gateway.console.jpa.SqlEventLog;
import dk.borgermaaling.gateway.console.jpa.SqlMessageLog;
import dk.borgermaaling.gateway.console.jpa.SqlRoadBook;
import dk.borgermaaling.gateway.console.jpa.SqlTakenBackLog;
import dk.borgermaaling.gateway.console.jpa.SqlTroubleBook;
import dk.borgermaaling.gateway.console.web.DecisionPreview;
import dk.borgermaaling.gateway.invitation.LetterUse;
import dk.borgermaaling.gateway.invitation.calendar.DanishOfficeHours;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.notification.NotificationOverview;
import dk.borgermaaling.gateway.notification.OverdueReceipts;
import dk.borgermaaling.gateway.notification.PauseBook;
import dk.borgermaaling.gateway.notification.PlanBook;
import dk.borgermaaling.gateway.selection.Replay;
import dk.borgermaaling.gateway.selection.RoundBook;
import dk.borgermaaling.gateway.selection.TermsTable;
import dk.borgermaaling.gateway.selection.jpa.SqlSelectionTables;
import dk.borgermaaling.gateway.survey.jpa.SqlSurveyTables;
import dk.borgermaaling.gateway.tables.ChangePreview;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** What the console reads, as the gateway's role. */
@Dependent
public class ConsoleWiring {
  @Produces
  @Singleton
  Road road(@GatewayDb Jdbi gateway, NotificationOverview notifications, BusinessClock business) {
    return new Road(new SqlRoadBook(gateway), notifications, business);
  }

  /** A build without an adapter has no feed that can be controlled. */
  @Produces
  @Singleton
  FeedDesk feeds(@Any Instance<FeedControl> controls, FeedRuns runs) {
    return new FeedDesk(controls.stream().toList(), runs);
  }

  @Produces
  @Singleton
  EventLog events(@GatewayDb Jdbi gateway) {
    return new SqlEventLog(gateway);
  }

  @Produces
  @Singleton
  TroubleBook troubles(@GatewayDb Jdbi gateway, OverdueReceipts overdue, Clock clock) {
    return new SqlTroubleBook(gateway, overdue, clock);
  }

  @Produces
  @Singleton
  DeadLetterBook deadLetters(@GatewayDb Jdbi gateway) {
    return new SqlDeadLetterBook(gateway);
  }

  @Produces
  @Singleton
  MessageLog messages(@GatewayDb Jdbi gateway) {
    return new SqlMessageLog(gateway);
  }

  @Produces
  @Singleton
  TakenBackLog takenBack(@GatewayDb Jdbi gateway) {
    return new SqlTakenBackLog(gateway);
  }

  @Produces
  @Singleton
  RoundDesk roundDesk(
      RoundBook book,
      TermsTable terms,
      Municipalities municipalities,
      Transactions transactions,
      AuditLog audit,
      Clock clock) {
    return new RoundDesk(book, terms, municipalities, transactions, audit, clock);
  }

  @Produces
  @Singleton
  PauseDesk pauseDesk(PauseBook book, Transactions transactions, AuditLog audit, Clock clock) {
    return new PauseDesk(book, transactions, audit, clock);
  }

  /** Without a feature that prints letters nobody has agreed to any. */
  @Produces
  @Singleton
  PlanDesk planDesk(
      PlanBook book,
      DanishOfficeHours days,
      @Any Instance<LetterUse> letters,
      Transactions transactions,
      AuditLog audit,
      BusinessClock business,
      Clock clock) {
    return new PlanDesk(
        book,
        days,
        (municipality, on) -> letters.isResolvable() && letters.get().agreed(municipality, on),
        transactions,
        audit,
        business,
        clock);
  }

  @Produces
  @Singleton
  ChangePreview decisionPreview(
      SqlSurveyTables survey, SqlSelectionTables terms, Replay replay, BusinessClock clock) {
    return new DecisionPreview(survey::read, terms::read, replay, clock);
  }
}
