package dk.borgermaaling.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.EventChecks;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventRegister;
import dk.borgermaaling.gateway.caseevent.jpa.SqlCaseEvents;
import dk.borgermaaling.gateway.caseevent.tasks.ProcessCaseEvents;
import dk.borgermaaling.gateway.citizen.jpa.SqlCitizenVault;
import dk.borgermaaling.gateway.enquiry.jpa.SqlOptOutStore;
import dk.borgermaaling.gateway.invitation.InvitationPlanner;
import dk.borgermaaling.gateway.invitation.PlanSettings;
import dk.borgermaaling.gateway.invitation.PlannedInvitations;
import dk.borgermaaling.gateway.invitation.calendar.DanishOfficeHours;
import dk.borgermaaling.gateway.invitation.jpa.JpaInvitations;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.ServiceAgreement;
import dk.borgermaaling.gateway.municipality.jpa.SqlMunicipalities;
import dk.borgermaaling.gateway.notification.PlanSteps;
import dk.borgermaaling.gateway.notification.jpa.JpaNotifications;
import dk.borgermaaling.gateway.notification.tasks.SchedulerQueue;
import dk.borgermaaling.gateway.selection.CaseFacts;
import dk.borgermaaling.gateway.selection.EventProcessing;
import dk.borgermaaling.gateway.selection.Quarantine;
import dk.borgermaaling.gateway.selection.jpa.SqlDecisionLog;
import dk.borgermaaling.gateway.selection.jpa.SqlDrawPlans;
import dk.borgermaaling.gateway.selection.jpa.SqlQuarantineRegister;
import dk.borgermaaling.gateway.selection.jpa.SqlTerms;
import dk.borgermaaling.gateway.survey.jpa.SqlSurveyGroups;
import dk.borgermaaling.gateway.testing.Database;
import dk.borgermaaling.gateway.testing.TestKeys;
import dk.borgermaaling.simulators.year.Year;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.Jdbi;

/**
 * The road from an adapter's hand to the planned message, put together as the gateway does it, with
 * db-scheduler, but without a server. All municipalities have agreed, every third with quarantine
 * across municipalities.
 */
final class IntakeRoad implements AutoCloseable {
  private static final int THREADS = 2;
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Citizens who were given to the queue, and those whose events were processed and committed. */
  private final LongAdder waiting = new LongAdder();

  private final LongAdder decided = new LongAdder();
  private final CaseEventIntake intake;
  private final Scheduler scheduler;

  IntakeRoad(Database database, YearClock clock) {
    Jdbi jdbi = database.gateway();
    SqlMunicipalities municipalities = new SqlMunicipalities(jdbi);
    municipalities.agreeFirst(agreements());
    municipalities.refresh();
    SqlSurveyGroups groups = new SqlSurveyGroups(jdbi);
    groups.refresh();
    SqlTerms terms = new SqlTerms(jdbi);
    terms.refresh();
    var cipher = TestKeys.recipientCipher();
    SqlCitizenVault vault = new SqlCitizenVault(jdbi, cipher);
    SqlQuarantineRegister register = new SqlQuarantineRegister(jdbi, cipher);
    Quarantine quarantine = new Quarantine(register, municipalities, terms);
    SqlCaseEvents events = new SqlCaseEvents(jdbi);
    SchedulerClient client = database.schedulerClient();
    var entities = database.entityManager();
    PlannedInvitations book =
        new PlannedInvitations(
            new JpaInvitations(entities, jdbi),
            new InvitationPlanner(
                new PlanSettings(Duration.ofDays(2), Duration.ofDays(10), Duration.ofDays(28)),
                new DanishOfficeHours()),
            new PlanSteps(
                new JpaNotifications(entities, jdbi),
                new SchedulerQueue(client, jdbi, Clock.systemUTC()),
                clock),
            quarantine,
            UUID::randomUUID);
    CaseFacts facts =
        new CaseFacts(
            vault::traitsOf,
            municipalities,
            groups,
            groups,
            terms,
            new SqlDrawPlans(jdbi, terms),
            new SqlOptOutStore(jdbi),
            register,
            quarantine,
            book,
            true);
    ProcessCaseEvents queue = new ProcessCaseEvents(client, Clock.systemUTC());
    intake =
        new EventRegister(
            database.transactions(),
            new EventChecks(municipalities, groups),
            vault,
            events,
            citizens -> {
              queue.enqueue(citizens);
              waiting.add(citizens.size());
            },
            clock);
    EventProcessing processing =
        new EventProcessing(
            database.transactions(), events, vault, vault, facts, new SqlDecisionLog(jdbi), clock);
    scheduler =
        Scheduler.create(
                database.gatewayDataSource(),
                ProcessCaseEvents.task(
                    citizens -> {
                      processing.handle(citizens);
                      decided.add(citizens.size());
                    },
                    Clock.systemUTC(),
                    new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1))))
            .tableName("ops.scheduled_tasks")
            .threads(THREADS)
            .pollingInterval(LOOK)
            .pollUsingLockAndFetch(0.5, 2.0)
            .build();
    scheduler.start();
  }

  private static List<ServiceAgreement> agreements() {
    LocalDate from = LocalDate.of(2020, 1, 1);
    return Year.municipalities().stream()
        .map(
            code ->
                new ServiceAgreement(
                    new MunicipalityCode(code), from, null, Integer.parseInt(code) % 3 == 0))
        .toList();
  }

  List<EventReceipt> register(List<CaseEvent> events) {
    return intake.register(events);
  }

  /** Returns when every event that was registered has its decision. */
  void awaitDecisions() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (decided.sum() < waiting.sum()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("events wait for a decision after " + PATIENCE);
      }
      Thread.sleep(5);
    }
  }

  @Override
  public void close() {
    scheduler.stop();
  }
}
