package dk.borgermaaling.gateway.caselist.wiring;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.CaseEventStore;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.Redriver;
import dk.borgermaaling.gateway.caselist.CaseListStore;
import dk.borgermaaling.gateway.caselist.CaseLists;
import dk.borgermaaling.gateway.caselist.Intake;
import dk.borgermaaling.gateway.caselist.ListFiles;
import dk.borgermaaling.gateway.caselist.ListLimits;
import dk.borgermaaling.gateway.caselist.ListRedriver;
import dk.borgermaaling.gateway.caselist.Previews;
import dk.borgermaaling.gateway.caselist.ReadingTurn;
import dk.borgermaaling.gateway.caselist.Registration;
import dk.borgermaaling.gateway.caselist.crypto.TinkFileCipher;
import dk.borgermaaling.gateway.caselist.jpa.SqlCaseLists;
import dk.borgermaaling.gateway.caselist.sheet.FileReader;
import dk.borgermaaling.gateway.caselist.tasks.RegisterCaseList;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Lists from the upload to the way in. */
@ApplicationScoped
public class CaseListWiring {
  private static final Backoff AFTER_A_FAULT =
      new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));
  private static final Duration FORGETTING = Duration.ofMinutes(10);

  @Produces
  @Singleton
  CaseListStore caseListStore(@GatewayDb Jdbi jdbi) {
    return new SqlCaseLists(jdbi);
  }

  @Produces
  @Singleton
  ListLimits limits(
      @ConfigProperty(name = "gateway.list.max-file-bytes", defaultValue = "8388608") int bytes,
      @ConfigProperty(name = "gateway.list.max-unpacked-bytes", defaultValue = "268435456")
          long unpackedBytes,
      @ConfigProperty(name = "gateway.list.max-rows", defaultValue = "100000") int rows,
      @ConfigProperty(name = "gateway.list.max-columns", defaultValue = "100") int columns,
      @ConfigProperty(name = "gateway.list.max-waiting", defaultValue = "20") int waiting) {
    return new ListLimits(bytes, unpackedBytes, rows, columns, waiting);
  }

  @Produces
  @Singleton
  ReadingTurn readingTurn() {
    return new ReadingTurn();
  }

  @Produces
  @Singleton
  ListFiles listFiles(
      Transactions transactions,
      CaseListStore store,
      ListLimits limits,
      KnownTargetGroups groups,
      BusinessClock clock,
      @ConfigProperty(name = "gateway.citizen.vault-keys-file") String vaultKeys) {
    return new ListFiles(
        transactions,
        store,
        TinkFileCipher.from(Path.of(vaultKeys)),
        new FileReader(limits),
        groups,
        clock);
  }

  @Produces
  @Singleton
  CaseLists caseLists(
      Transactions transactions,
      CaseListStore store,
      ListFiles files,
      CitizenVault vault,
      FeedMemory memory,
      SchedulerClient scheduler,
      ListLimits limits,
      ReadingTurn turn,
      Clock realClock) {
    return new CaseLists(
        transactions,
        store,
        files,
        new Previews(transactions, files, vault, memory),
        new RegisterCaseList(scheduler, realClock),
        limits,
        turn,
        realClock);
  }

  @Produces
  @Singleton
  CustomTask<Void> registerCaseList(
      Transactions transactions,
      CaseListStore store,
      ListFiles files,
      CitizenVault vault,
      FeedMemory memory,
      CaseEventIntake events,
      CaseEventStore stored,
      DeadLetters deadLetters,
      ReadingTurn turn,
      Clock realClock) {
    return RegisterCaseList.task(
        new Registration(
            transactions,
            store,
            files,
            new Intake(store, vault, memory, events, stored, deadLetters),
            turn,
            realClock),
        AFTER_A_FAULT);
  }

  @Produces
  @Singleton
  Redriver caseListRedriver(
      CaseEventIntake intake, FeedMemory memory, KnownTargetGroups groups, CitizenVault vault) {
    return new ListRedriver(intake, memory, groups, vault);
  }

  /** Deletes files that nobody confirmed in time, and reports that are old. */
  @Produces
  @Singleton
  RecurringTask<Void> forgetCaseLists(
      CaseListStore store,
      Transactions transactions,
      Clock clock,
      @ConfigProperty(name = "gateway.list.keep-unconfirmed", defaultValue = "PT24H")
          Duration keepUnconfirmed,
      @ConfigProperty(name = "gateway.list.keep-report", defaultValue = "P90D")
          Duration keepReport) {
    if (keepUnconfirmed.toSeconds() < 1 || keepReport.compareTo(keepUnconfirmed) < 0) {
      throw new IllegalArgumentException(
          "gateway.list.keep-unconfirmed above 0 and not above gateway.list.keep-report");
    }
    return Tasks.recurring("case-lists-forget", FixedDelay.of(FORGETTING))
        .execute(
            (instance, context) ->
                transactions.runInOne(
                    () ->
                        store.forget(
                            clock.instant().minus(keepUnconfirmed),
                            clock.instant().minus(keepReport))));
  }
}
