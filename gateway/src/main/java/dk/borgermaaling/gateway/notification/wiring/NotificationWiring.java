package dk.borgermaaling.gateway.notification.wiring;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dk.borgermaaling.gateway.invitation.NotificationPlan;
import dk.borgermaaling.gateway.invitation.Spread;
import dk.borgermaaling.gateway.invitation.calendar.DanishOfficeHours;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.notification.ApplyReceipt;
import dk.borgermaaling.gateway.notification.MatchReceipt;
import dk.borgermaaling.gateway.notification.NotificationLedger;
import dk.borgermaaling.gateway.notification.NotificationOverview;
import dk.borgermaaling.gateway.notification.OverdueReceipts;
import dk.borgermaaling.gateway.notification.OwnSystems;
import dk.borgermaaling.gateway.notification.PlanSteps;
import dk.borgermaaling.gateway.notification.ReceiptUpkeep;
import dk.borgermaaling.gateway.notification.SendingTimes;
import dk.borgermaaling.gateway.notification.TakeReceipt;
import dk.borgermaaling.gateway.notification.jpa.JpaNotifications;
import dk.borgermaaling.gateway.notification.jpa.SqlOverdueReceipts;
import dk.borgermaaling.gateway.notification.jpa.SqlOverview;
import dk.borgermaaling.gateway.notification.jpa.SqlReceipts;
import dk.borgermaaling.gateway.notification.kombit.EnvelopeReader;
import dk.borgermaaling.gateway.notification.tasks.NotificationTasks;
import dk.borgermaaling.gateway.notification.tasks.SchedulerQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** What is planned and what receipts say of it: ports, tasks and settings. */
@ApplicationScoped
public class NotificationWiring {
  /** Wait after a task that failed by itself, for example because the database was away. */
  static final Backoff AFTER_A_FAULT = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

  @PersistenceContext(unitName = "gateway")
  private EntityManager entities;

  @Produces
  @Singleton
  NotificationLedger ledger(@GatewayDb Jdbi jdbi) {
    return new JpaNotifications(entities, jdbi);
  }

  @Produces
  @Singleton
  NotificationOverview overview(@GatewayDb Jdbi jdbi) {
    return new SqlOverview(jdbi);
  }

  @Produces
  @Singleton
  OverdueReceipts overdueReceipts(
      @GatewayDb Jdbi jdbi,
      @ConfigProperty(name = "gateway.console.receipt-overdue-after", defaultValue = "P3D")
          Duration digital,
      @ConfigProperty(name = "gateway.console.letter-overdue-after", defaultValue = "P14D")
          Duration letter) {
    return new SqlOverdueReceipts(jdbi, new OverdueReceipts.Patience(digital, letter));
  }

  @Produces
  @Singleton
  SchedulerQueue queue(SchedulerClient client, @GatewayDb Jdbi jdbi, Clock clock) {
    return new SchedulerQueue(client, jdbi, clock);
  }

  void wakeSteps(@Observes BusinessClock.WasSet event, SchedulerQueue queue) {
    queue.wakeAll();
  }

  @Produces
  @Singleton
  NotificationPlan plan(NotificationLedger ledger, SchedulerQueue queue, BusinessClock business) {
    return new PlanSteps(ledger, queue, business);
  }

  @Produces
  @Singleton
  SendingTimes times(
      DanishOfficeHours days,
      Spread spread,
      @ConfigProperty(name = "gateway.notification.grace", defaultValue = "PT1M") Duration grace,
      @ConfigProperty(name = "gateway.notification.expire-after", defaultValue = "P14D")
          Duration expireAfter,
      @ConfigProperty(name = "gateway.notification.retry-first", defaultValue = "PT10S")
          Duration first,
      @ConfigProperty(name = "gateway.notification.retry-longest", defaultValue = "PT30M")
          Duration longest) {
    return new SendingTimes(
        days::next,
        grace,
        expireAfter,
        new Backoff(first, longest),
        step -> step.window().spread(days, spread, step.id().value()));
  }

  @Produces
  @Singleton
  TakeReceipt takeReceipt(
      Transactions transactions, @GatewayDb Jdbi jdbi, SchedulerQueue queue, Clock clock) {
    return new TakeReceipt(
        transactions, new SqlReceipts(jdbi), new EnvelopeReader(), queue::enqueueReceipt, clock);
  }

  @Produces
  @Singleton
  ApplyReceipt applyReceipt(
      NotificationLedger ledger,
      SchedulerQueue queue,
      SendingTimes times,
      BusinessClock business,
      Clock clock) {
    return new ApplyReceipt(ledger, queue, times, business, clock);
  }

  @Produces
  @Singleton
  MatchReceipt matchReceipt(
      Transactions transactions,
      @GatewayDb Jdbi jdbi,
      NotificationLedger ledger,
      ApplyReceipt apply,
      Clock clock,
      @ConfigProperty(name = "gateway.beskedfordeler.system-ids") Optional<List<String>> systems,
      @ConfigProperty(name = "gateway.beskedfordeler.match-first", defaultValue = "PT5S")
          Duration first,
      @ConfigProperty(name = "gateway.beskedfordeler.match-longest", defaultValue = "PT1H")
          Duration longest,
      @ConfigProperty(name = "gateway.beskedfordeler.give-up-after", defaultValue = "PT72H")
          Duration giveUpAfter) {
    return new MatchReceipt(
        transactions,
        new SqlReceipts(jdbi),
        new EnvelopeReader(),
        ledger,
        apply,
        new OwnSystems(Set.copyOf(systems.orElse(List.of()))),
        new Backoff(first, longest),
        giveUpAfter,
        clock);
  }

  @Produces
  @Singleton
  Task<Void> matchReceiptTask(MatchReceipt matchReceipt) {
    return NotificationTasks.matchReceipt(matchReceipt, AFTER_A_FAULT);
  }

  @Produces
  @Singleton
  RecurringTask<Void> receiptUpkeep(
      Transactions transactions,
      @GatewayDb Jdbi jdbi,
      SchedulerQueue queue,
      Clock clock,
      @ConfigProperty(name = "gateway.beskedfordeler.keep-foreign", defaultValue = "P5D")
          Duration keepForeign,
      @ConfigProperty(name = "gateway.beskedfordeler.keep-receipts", defaultValue = "P90D")
          Duration keep) {
    return NotificationTasks.receiptUpkeep(
        new ReceiptUpkeep(
            transactions, new SqlReceipts(jdbi), queue::enqueueReceipt, keepForeign, keep, clock));
  }
}
