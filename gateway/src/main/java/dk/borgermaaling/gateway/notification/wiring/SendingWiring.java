package dk.borgermaaling.gateway.notification.wiring;

import com.github.kagkarlsson.scheduler.task.Task;
import dk.borgermaaling.gateway.access.kombit.TokenCalls;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.invitation.SendingDesk;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Circuit;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.http.Outgoing;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.notification.Brakes;
import dk.borgermaaling.gateway.notification.CallLimits;
import dk.borgermaaling.gateway.notification.ChooseChannel;
import dk.borgermaaling.gateway.notification.Letters;
import dk.borgermaaling.gateway.notification.MakeCall;
import dk.borgermaaling.gateway.notification.MessageText;
import dk.borgermaaling.gateway.notification.NotificationLedger;
import dk.borgermaaling.gateway.notification.Post;
import dk.borgermaaling.gateway.notification.ResendStep;
import dk.borgermaaling.gateway.notification.SendStep;
import dk.borgermaaling.gateway.notification.SendingTimes;
import dk.borgermaaling.gateway.notification.Subscriptions;
import dk.borgermaaling.gateway.notification.kombit.KombitPost;
import dk.borgermaaling.gateway.notification.kombit.MemoVersion;
import dk.borgermaaling.gateway.notification.tasks.NotificationTasks;
import dk.borgermaaling.gateway.notification.tasks.SchedulerQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sending: the road to citizens, its limits and the task. */
@ApplicationScoped
public class SendingWiring {
  @Produces
  @Singleton
  Post post(
      TokenCalls calls,
      Clock clock,
      @ConfigProperty(name = "gateway.notification.kombi-endpoint") URI kombi,
      @ConfigProperty(
              name = "gateway.notification.kombi-entity-id",
              defaultValue = "http://entityid.kombit.dk/service/kombipostafsend/1")
          String kombiEntity,
      @ConfigProperty(name = "gateway.notification.lookup-endpoint") URI lookup,
      @ConfigProperty(
              name = "gateway.notification.lookup-entity-id",
              defaultValue = "http://entityid.kombit.dk/service/postforespoerg/1")
          String lookupEntity,
      @ConfigProperty(name = "gateway.notification.memo-version", defaultValue = "1.2")
          String memoVersion,
      @ConfigProperty(name = "gateway.notification.circuit-failures", defaultValue = "8")
          int circuitFailures,
      @ConfigProperty(name = "gateway.notification.circuit-open", defaultValue = "PT1M")
          Duration circuitOpen) {
    Supplier<Circuit> circuit =
        () -> new Circuit("gateway.notification.circuit", circuitFailures, circuitOpen, clock);
    return new KombitPost(
        calls,
        new KombitPost.Service(
            Outgoing.address("gateway.notification.kombi-endpoint", kombi),
            kombiEntity,
            circuit.get()),
        new KombitPost.Service(
            Outgoing.address("gateway.notification.lookup-endpoint", lookup),
            lookupEntity,
            circuit.get()),
        MemoVersion.of(memoVersion),
        clock);
  }

  @Produces
  @Singleton
  ChooseChannel chooseChannel(
      Post post,
      MessageText text,
      Letters letters,
      Clock clock,
      @ConfigProperty(name = "gateway.notification.lookup-keep", defaultValue = "PT12H")
          Duration keep,
      @ConfigProperty(name = "gateway.notification.lookup-most", defaultValue = "100000")
          int most) {
    return new ChooseChannel(new Subscriptions(post, keep, most, clock), text, letters);
  }

  @Produces
  @Singleton
  CallLimits callLimits(
      @ConfigProperty(name = "gateway.notification.call-within", defaultValue = "PT10S")
          Duration within,
      @ConfigProperty(name = "gateway.kombit.timeout", defaultValue = "PT30S") Duration timeout,
      @ConfigProperty(name = "gateway.notification.resend-unknown") Optional<Duration> resend) {
    return new CallLimits(within, timeout, resend, System::nanoTime);
  }

  @Produces
  @Singleton
  MakeCall makeCall(
      Transactions transactions,
      NotificationLedger ledger,
      SchedulerQueue queue,
      SendingDesk desk,
      Post post,
      Brakes brakes,
      SendingTimes times,
      CallLimits limits,
      BusinessClock business,
      Clock clock) {
    return new MakeCall(
        transactions, ledger, queue, desk, post, brakes, times, limits, business, clock);
  }

  @Produces
  @Singleton
  SendStep sendStep(
      Transactions transactions,
      NotificationLedger ledger,
      SendingDesk desk,
      CitizenVault vault,
      Municipalities municipalities,
      ChooseChannel channels,
      Brakes brakes,
      MakeCall call,
      SendingTimes times,
      BusinessClock business,
      Clock clock) {
    return new SendStep(
        transactions,
        ledger,
        desk,
        vault,
        municipalities,
        channels,
        brakes,
        call,
        times,
        business,
        clock);
  }

  @Produces
  @Singleton
  ResendStep resendStep(
      Transactions transactions,
      NotificationLedger ledger,
      SchedulerQueue queue,
      SendingTimes times,
      BusinessClock business,
      Clock clock) {
    return new ResendStep(transactions, ledger, queue, times, business, clock);
  }

  @Produces
  @Singleton
  Task<Void> sendStepTask(SendStep sendStep) {
    return NotificationTasks.sendStep(sendStep, NotificationWiring.AFTER_A_FAULT);
  }
}
