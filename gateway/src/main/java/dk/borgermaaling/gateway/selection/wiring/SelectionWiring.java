package dk.borgermaaling.gateway.selection.wiring;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dk.borgermaaling.gateway.caseevent.CaseEventHandler;
import dk.borgermaaling.gateway.caseevent.CaseEventStore;
import dk.borgermaaling.gateway.caseevent.EventOutcomes;
import dk.borgermaaling.gateway.citizen.CitizenLock;
import dk.borgermaaling.gateway.citizen.CitizenNumbers;
import dk.borgermaaling.gateway.citizen.KeyedHash;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.kernel.wiring.Refreshing;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.selection.CaseFacts;
import dk.borgermaaling.gateway.selection.DecisionBook;
import dk.borgermaaling.gateway.selection.DrawPlans;
import dk.borgermaaling.gateway.selection.EventProcessing;
import dk.borgermaaling.gateway.selection.InvitationBook;
import dk.borgermaaling.gateway.selection.OptOutRegister;
import dk.borgermaaling.gateway.selection.Quarantine;
import dk.borgermaaling.gateway.selection.QuarantineRegister;
import dk.borgermaaling.gateway.selection.Replay;
import dk.borgermaaling.gateway.selection.RoundBook;
import dk.borgermaaling.gateway.selection.Rounds;
import dk.borgermaaling.gateway.selection.SelectionTable;
import dk.borgermaaling.gateway.selection.StoredReasons;
import dk.borgermaaling.gateway.selection.TermsTable;
import dk.borgermaaling.gateway.selection.Why;
import dk.borgermaaling.gateway.selection.jpa.SqlDecisionBook;
import dk.borgermaaling.gateway.selection.jpa.SqlDecisionLog;
import dk.borgermaaling.gateway.selection.jpa.SqlDrawPlans;
import dk.borgermaaling.gateway.selection.jpa.SqlEventOutcomes;
import dk.borgermaaling.gateway.selection.jpa.SqlQuarantineRegister;
import dk.borgermaaling.gateway.selection.jpa.SqlRoundBook;
import dk.borgermaaling.gateway.selection.jpa.SqlSelectionTables;
import dk.borgermaaling.gateway.selection.jpa.SqlTerms;
import dk.borgermaaling.gateway.selection.tasks.QuarantineTask;
import dk.borgermaaling.gateway.selection.tasks.RoundsTask;
import dk.borgermaaling.gateway.survey.ConversationTriggers;
import dk.borgermaaling.gateway.survey.SurveyGroups;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.MappingChanged;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The processing of events, with its rules. */
@ApplicationScoped
public class SelectionWiring {
  @Produces
  @Singleton
  SqlTerms terms(@GatewayDb Jdbi jdbi) {
    return new SqlTerms(jdbi);
  }

  void start(
      @Observes @Priority(30) Startup event,
      SqlTerms terms,
      Refreshing refreshing,
      @ConfigProperty(name = "gateway.selection.refresh-interval", defaultValue = "PT30S")
          Duration refreshInterval) {
    refreshing.start("the table of selection terms", refreshInterval, terms::refresh);
  }

  @Produces
  @Singleton
  SqlSelectionTables selectionTables(@GatewayDb Jdbi jdbi) {
    return new SqlSelectionTables(jdbi);
  }

  @Produces
  @Singleton
  EditableTable editableTerms(SqlSelectionTables tables, SurveyGroups groups, BusinessClock clock) {
    return tables.editable(SelectionTable.TERMS, () -> groups.all(clock.today()));
  }

  @Produces
  @Singleton
  EditableTable editableSamplings(
      SqlSelectionTables tables, SurveyGroups groups, BusinessClock clock) {
    return tables.editable(SelectionTable.SAMPLING, () -> groups.all(clock.today()));
  }

  /** The node that changed a table need not wait for its own pause. */
  @Produces
  @Singleton
  MappingChanged refreshedTerms(SqlTerms terms) {
    return new MappingChanged() {
      @Override
      public void changed(String table) {
        terms.refresh();
      }
    };
  }

  @Produces
  @Singleton
  DrawPlans draws(@GatewayDb Jdbi jdbi, TermsTable terms) {
    return new SqlDrawPlans(jdbi, terms);
  }

  @Produces
  @Singleton
  QuarantineRegister register(@GatewayDb Jdbi jdbi, KeyedHash hash) {
    return new SqlQuarantineRegister(jdbi, hash);
  }

  @Produces
  @Singleton
  Quarantine quarantine(
      QuarantineRegister register, Municipalities municipalities, TermsTable terms) {
    return new Quarantine(register, municipalities, terms);
  }

  @Produces
  @Singleton
  CaseFacts caseFacts(
      CitizenNumbers numbers,
      Municipalities municipalities,
      SurveyGroups groups,
      ConversationTriggers triggers,
      TermsTable terms,
      DrawPlans draws,
      OptOutRegister optOuts,
      QuarantineRegister register,
      Quarantine quarantine,
      InvitationBook invitations,
      @ConfigProperty(name = "gateway.people.allow-replacement-cpr", defaultValue = "false")
          boolean allowReplacementCpr) {
    return new CaseFacts(
        numbers::traitsOf,
        municipalities,
        groups,
        triggers,
        terms,
        draws,
        optOuts,
        register,
        quarantine,
        invitations,
        allowReplacementCpr);
  }

  @Produces
  @Singleton
  EventOutcomes outcomes(@GatewayDb Jdbi jdbi) {
    return new SqlEventOutcomes(jdbi);
  }

  @Produces
  @Singleton
  CaseEventHandler processing(
      Transactions transactions,
      CaseEventStore events,
      CitizenLock lock,
      CitizenNumbers numbers,
      CaseFacts facts,
      @GatewayDb Jdbi jdbi,
      BusinessClock clock) {
    return new EventProcessing(
        transactions, events, lock, numbers, facts, new SqlDecisionLog(jdbi), clock);
  }

  @Produces
  @Singleton
  RecurringTask<Void> deleteQuarantine(QuarantineRegister register, BusinessClock clock) {
    return QuarantineTask.of(register, clock);
  }

  @Produces
  @Singleton
  RoundBook roundBook(@GatewayDb Jdbi jdbi) {
    return new SqlRoundBook(jdbi);
  }

  @Produces
  @Singleton
  Rounds rounds(
      Transactions transactions,
      RoundBook book,
      CaseEventStore events,
      CitizenLock lock,
      CaseFacts facts,
      BusinessClock clock,
      @ConfigProperty(name = "gateway.selection.round-wait", defaultValue = "P7D") String wait) {
    return new Rounds(transactions, book, events, lock, facts, clock, Period.parse(wait));
  }

  @Produces
  @Singleton
  RecurringTask<Void> advanceRounds(Rounds rounds) {
    return RoundsTask.of(rounds);
  }

  @Produces
  @Singleton
  RecurringTask<Void> forgetRoundMembers(
      RoundBook book,
      Transactions transactions,
      BusinessClock clock,
      @ConfigProperty(name = "gateway.selection.keep-round-members", defaultValue = "P1Y")
          String keep) {
    Period kept = Period.parse(keep);
    if (kept.toTotalMonths() < 3) {
      throw new IllegalArgumentException(
          "gateway.selection.keep-round-members from P3M: an invitation of the round may be open");
    }
    return RoundsTask.forgetting(book, transactions, clock, kept);
  }

  @Produces
  @Singleton
  DecisionBook decisions(@GatewayDb Jdbi jdbi) {
    return new SqlDecisionBook(jdbi);
  }

  @Produces
  @Singleton
  Replay replay(
      Transactions transactions, CaseEventStore events, DecisionBook decisions, CaseFacts facts) {
    return new Replay(transactions, events, decisions, facts);
  }

  @Produces
  @Singleton
  Why why(Transactions transactions, CaseEventStore events, DecisionBook decisions) {
    return new StoredReasons(transactions, events, decisions);
  }
}
