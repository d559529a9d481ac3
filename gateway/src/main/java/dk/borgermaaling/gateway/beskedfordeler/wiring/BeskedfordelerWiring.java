package dk.borgermaaling.gateway.beskedfordeler.wiring;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dk.borgermaaling.gateway.beskedfordeler.MessageReader;
import dk.borgermaaling.gateway.beskedfordeler.MessageStore;
import dk.borgermaaling.gateway.beskedfordeler.ProcessMessage;
import dk.borgermaaling.gateway.beskedfordeler.Responsible;
import dk.borgermaaling.gateway.beskedfordeler.TakeMessage;
import dk.borgermaaling.gateway.beskedfordeler.Understanding;
import dk.borgermaaling.gateway.beskedfordeler.jpa.SqlMessages;
import dk.borgermaaling.gateway.beskedfordeler.kombit.XmlMessages;
import dk.borgermaaling.gateway.beskedfordeler.rest.TrustedSenders;
import dk.borgermaaling.gateway.beskedfordeler.tasks.MessageTasks;
import dk.borgermaaling.gateway.caseevent.CaseEventCodec;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.soap.CaseEventXml;
import dk.borgermaaling.gateway.citizen.ContentCipher;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.municipality.Municipalities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Case events by Beskedfordeler, and who may push as Beskedfordeler at all. */
@ApplicationScoped
public class BeskedfordelerWiring {
  private static final Backoff AFTER_A_FAULT =
      new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

  @Produces
  @Singleton
  TrustedSenders trustedSenders(
      @ConfigProperty(name = "gateway.beskedfordeler.trusted-certificates")
          Optional<List<String>> certificates,
      @ConfigProperty(name = "gateway.beskedfordeler.trusted-thumbprints")
          Optional<List<String>> thumbprints) {
    List<Path> files = certificates.orElse(List.of()).stream().map(Path::of).toList();
    return TrustedSenders.of(thumbprints.orElse(List.of()), files);
  }

  @Produces
  @Singleton
  MessageReader messageReader() {
    return new XmlMessages(new CaseEventXml());
  }

  @Produces
  @Singleton
  MessageStore messageStore(@GatewayDb Jdbi jdbi, ContentCipher cipher) {
    return new SqlMessages(jdbi, cipher);
  }

  @Produces
  @Singleton
  TakeMessage takeMessage(
      Transactions transactions,
      MessageStore store,
      MessageReader reader,
      SchedulerClient scheduler,
      Clock clock) {
    return new TakeMessage(
        transactions, store, reader, MessageTasks.queue(scheduler, clock), clock);
  }

  @Produces
  @Singleton
  ProcessMessage processMessage(
      Transactions transactions,
      MessageStore store,
      MessageReader reader,
      Municipalities municipalities,
      CaseEventIntake intake,
      DeadLetters letters,
      CaseEventCodec codec,
      BusinessClock clock,
      @ConfigProperty(name = "gateway.beskedfordeler.receiver-ids")
          Optional<List<String>> receivers) {
    return new ProcessMessage(
        transactions,
        store,
        new Understanding(
            reader,
            new Responsible(municipalities, clock, receivers.orElse(List.of())),
            intake,
            letters,
            codec),
        letters);
  }

  @Produces
  @Singleton
  OneTimeTask<Void> processMessageTask(ProcessMessage process) {
    return MessageTasks.process(process, AFTER_A_FAULT);
  }

  @Produces
  @Singleton
  RecurringTask<Void> forgetMessages(Transactions transactions, MessageStore store, Clock clock) {
    return MessageTasks.forget(transactions, store, clock);
  }
}
