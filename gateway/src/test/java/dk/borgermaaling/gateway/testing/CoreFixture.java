package dk.borgermaaling.gateway.testing;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.EventChecks;
import dk.borgermaaling.gateway.caseevent.EventQueue;
import dk.borgermaaling.gateway.caseevent.EventRegister;
import dk.borgermaaling.gateway.caseevent.SettingAside;
import dk.borgermaaling.gateway.caseevent.jpa.JsonCaseEvents;
import dk.borgermaaling.gateway.caseevent.jpa.SqlCaseEvents;
import dk.borgermaaling.gateway.caseevent.jpa.SqlDeadLetters;
import dk.borgermaaling.gateway.caseevent.jpa.SqlParkedLetters;
import dk.borgermaaling.gateway.caseevent.tasks.ProcessCaseEvents;
import dk.borgermaaling.gateway.citizen.jpa.SqlCitizenVault;
import dk.borgermaaling.gateway.enquiry.OptOuts;
import dk.borgermaaling.gateway.enquiry.jpa.SqlOptOutStore;
import dk.borgermaaling.gateway.invitation.InvitationPlanner;
import dk.borgermaaling.gateway.invitation.LinkTokens;
import dk.borgermaaling.gateway.invitation.NotificationPlan;
import dk.borgermaaling.gateway.invitation.PlanSettings;
import dk.borgermaaling.gateway.invitation.PlannedInvitations;
import dk.borgermaaling.gateway.invitation.StoredInvitationDesk;
import dk.borgermaaling.gateway.invitation.StoredSendingDesk;
import dk.borgermaaling.gateway.invitation.calendar.DanishOfficeHours;
import dk.borgermaaling.gateway.invitation.crypto.HmacLinkTokens;
import dk.borgermaaling.gateway.invitation.jpa.JpaInvitations;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.ServiceAgreement;
import dk.borgermaaling.gateway.municipality.jpa.SqlMunicipalities;
import dk.borgermaaling.gateway.selection.CaseFacts;
import dk.borgermaaling.gateway.selection.EventProcessing;
import dk.borgermaaling.gateway.selection.Quarantine;
import dk.borgermaaling.gateway.selection.QuarantineRegister;
import dk.borgermaaling.gateway.selection.jpa.SqlDecisionLog;
import dk.borgermaaling.gateway.selection.jpa.SqlDrawPlans;
import dk.borgermaaling.gateway.selection.jpa.SqlQuarantineRegister;
import dk.borgermaaling.gateway.selection.jpa.SqlTerms;
import dk.borgermaaling.gateway.survey.jpa.SqlSurveyGroups;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * The core from the way in to the invitation, put together without a server on a database of its
 * own. Odense (0461) and Aarhus (0751) have agreed; Silkeborg (0740) too, with quarantine across
 * municipalities; Tårnby (0185) has not. The business clock stands at Monday 23 November 2026,
 * 08:55.
 */
public final class CoreFixture {
  public static final MunicipalityCode ODENSE = new MunicipalityCode("0461");
  public static final MunicipalityCode AARHUS = new MunicipalityCode("0751");
  public static final MunicipalityCode SILKEBORG = new MunicipalityCode("0740");
  public static final MunicipalityCode TAARNBY = new MunicipalityCode("0185");

  public final Database database;
  public final SettableClock clock;
  public final SqlMunicipalities municipalities;
  public final SqlSurveyGroups surveyGroups;
  public final SqlTerms terms;
  public final SqlCitizenVault vault;
  public final QuarantineRegister register;
  public final Quarantine quarantine;
  public final SqlCaseEvents events;
  public final SchedulerClient scheduler;
  public final SqlOptOutStore optOutStore;
  public final JpaInvitations invitations;
  public final LinkTokens tokens;
  public final SqlParkedLetters parked;
  public final SqlDeadLetters letters;
  public final CaseEventIntake plainIntake;
  public final CaseEventIntake intake;
  public final CaseFacts facts;
  public final EventProcessing processing;
  public final PlannedInvitations book;
  public final OptOuts optOuts;
  public final StoredSendingDesk sendingDesk;
  public final StoredInvitationDesk invitationDesk;

  public CoreFixture(NotificationPlan notifications) {
    this(notifications, Database.fresh());
  }

  /** On a database that is there: everything else is made anew, as at a start. */
  public CoreFixture(NotificationPlan notifications, Database database) {
    this.database = database;
    clock = SettableClock.at("2026-11-23T08:55");
    municipalities = new SqlMunicipalities(database.gateway());
    surveyGroups = new SqlSurveyGroups(database.gateway());
    terms = new SqlTerms(database.gateway());
    vault = new SqlCitizenVault(database.gateway(), TestKeys.recipientCipher());
    register = new SqlQuarantineRegister(database.gateway(), TestKeys.recipientCipher());
    quarantine = new Quarantine(register, municipalities, terms);
    events = new SqlCaseEvents(database.gateway());
    scheduler = database.schedulerClient();
    optOutStore = new SqlOptOutStore(database.gateway());
    invitations = new JpaInvitations(database.entityManager(), database.gateway());
    tokens = HmacLinkTokens.from(TestKeys.directory().resolve("links.key"));
    parked = new SqlParkedLetters(database.gateway(), TestKeys.contentCipher());
    letters = new SqlDeadLetters(database.gateway(), parked, clock);
    municipalities.agreeFirst(
        List.of(
            new ServiceAgreement(ODENSE, LocalDate.of(2026, 1, 1), null, false),
            new ServiceAgreement(AARHUS, LocalDate.of(2026, 1, 1), null, false),
            new ServiceAgreement(SILKEBORG, LocalDate.of(2026, 1, 1), null, true)));
    municipalities.refresh();
    surveyGroups.refresh();
    terms.refresh();
    plainIntake =
        new EventRegister(
            database.transactions(),
            new EventChecks(municipalities, surveyGroups),
            vault,
            events,
            new ProcessCaseEvents(scheduler, Clock.systemUTC()),
            clock);
    intake = new SettingAside(database.transactions(), plainIntake, letters, new JsonCaseEvents());
    book =
        new PlannedInvitations(
            invitations,
            new InvitationPlanner(
                new PlanSettings(Duration.ofDays(2), Duration.ofDays(10), Duration.ofDays(28)),
                new DanishOfficeHours()),
            notifications,
            quarantine,
            UUID::randomUUID);
    facts =
        new CaseFacts(
            vault::traitsOf,
            municipalities,
            surveyGroups,
            surveyGroups,
            terms,
            new SqlDrawPlans(database.gateway(), terms),
            optOutStore,
            register,
            quarantine,
            book,
            true);
    processing =
        new EventProcessing(
            database.transactions(),
            events,
            vault,
            vault,
            facts,
            new SqlDecisionLog(database.gateway()),
            clock);
    optOuts = new OptOuts(database.transactions(), vault, vault, vault, optOutStore, book, clock);
    sendingDesk =
        new StoredSendingDesk(
            database.transactions(),
            invitations,
            quarantine,
            tokens,
            URI.create("https://localhost:9443"),
            clock);
    invitationDesk = new StoredInvitationDesk(database.transactions(), invitations, tokens, clock);
  }

  /** Runs the waiting tasks as the scheduler would; a task that has run may run again. */
  public void processAll() {
    waitingTasks().forEach(task -> processing.handle(ProcessCaseEvents.parse(task.getData())));
  }

  /** As {@link #processAll}, and forgets the tasks. */
  public void processOnce() {
    List<ScheduledExecution<String>> tasks = waitingTasks();
    tasks.forEach(task -> processing.handle(ProcessCaseEvents.parse(task.getData())));
    tasks.forEach(task -> scheduler.cancel(task.getTaskInstance()));
  }

  private List<ScheduledExecution<String>> waitingTasks() {
    Backoff soon = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1));
    return database
        .schedulerClient(ProcessCaseEvents.task(processing, Clock.systemUTC(), soon))
        .getScheduledExecutionsForTask(EventQueue.TASK, String.class);
  }

  /** What would have left by now has left. */
  public void sendWhatIsDue() {
    database
        .owner()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "UPDATE contact.invitation SET state = 'OPEN'"
                            + " WHERE state = 'PLANNED' AND NOT stopped AND planned_first <= :now")
                    .bind("now", clock.now().atOffset(ZoneOffset.UTC))
                    .execute());
  }
}
