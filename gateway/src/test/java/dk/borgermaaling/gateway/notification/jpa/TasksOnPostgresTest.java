package dk.borgermaaling.gateway.notification.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.SendingDesk;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.municipality.ServiceAgreement;
import dk.borgermaaling.gateway.municipality.jpa.SqlMunicipalities;
import dk.borgermaaling.gateway.notification.Brakes;
import dk.borgermaaling.gateway.notification.CallLimits;
import dk.borgermaaling.gateway.notification.ChooseChannel;
import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.notification.FailureClass;
import dk.borgermaaling.gateway.notification.InvitationText;
import dk.borgermaaling.gateway.notification.Letters;
import dk.borgermaaling.gateway.notification.MakeCall;
import dk.borgermaaling.gateway.notification.Messages;
import dk.borgermaaling.gateway.notification.NotificationState;
import dk.borgermaaling.gateway.notification.OutgoingMessage;
import dk.borgermaaling.gateway.notification.Pause;
import dk.borgermaaling.gateway.notification.Post;
import dk.borgermaaling.gateway.notification.Receipts;
import dk.borgermaaling.gateway.notification.SendOutcome;
import dk.borgermaaling.gateway.notification.SendStep;
import dk.borgermaaling.gateway.notification.Subscriptions;
import dk.borgermaaling.gateway.notification.ThrottleSettings;
import dk.borgermaaling.gateway.notification.tasks.NotificationTasks;
import dk.borgermaaling.gateway.notification.tasks.SleepingSteps;
import dk.borgermaaling.gateway.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two tasks on a running scheduler: from a planned step to its receipt. */
class TasksOnPostgresTest extends NotificationsOnPostgres {
  private static final Backoff SOON = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1));

  private final MoodyPost post = new MoodyPost();
  private final SettableClock business = new SettableClock(PLANNED);
  private Scheduler scheduler;

  @BeforeEach
  void start() {
    List<Task<?>> tasks =
        List.of(
            NotificationTasks.sendStep(sendStep(), SOON),
            NotificationTasks.matchReceipt(match(SOON), SOON));
    scheduler =
        Scheduler.create(database.gatewayDataSource(), tasks)
            .tableName("ops.scheduled_tasks")
            .threads(2)
            .pollingInterval(Duration.ofMillis(50))
            .build();
    scheduler.start();
    database
        .owner()
        .useHandle(h -> h.execute("UPDATE ops.scheduled_tasks SET execution_time = now()"));
  }

  @AfterEach
  void stop() {
    scheduler.stop();
  }

  @Test
  void a_step_that_could_not_leave_at_first_leaves_later_once_and_its_receipt_ends_it() {
    await(() -> first().state() == NotificationState.ACCEPTED);
    assertThat(post.tried).hasSize(2);
    assertThat(post.tried.get(0).messageUuid()).isEqualTo(post.tried.get(1).messageUuid());
    take()
        .take(
            Receipts.delivered(
                UUID.randomUUID(), Receipts.messageUuid(post.tried.get(0).messageUuid())));
    await(() -> first().state() == NotificationState.DELIVERED);
    await(() -> tasks("match-receipt").isEmpty());
    assertThat(tasks("send-step")).as("the reminder waits for its week").hasSize(1);
    assertThat(reminder().state()).isEqualTo(NotificationState.PLANNED);
  }

  @Test
  void a_step_whose_moment_has_come_because_the_clock_was_set_leaves_when_it_is_woken() {
    await(() -> first().state() == NotificationState.ACCEPTED);
    business.advance(Duration.ofDays(7));
    assertThat(reminder().state()).isEqualTo(NotificationState.PLANNED);
    queue().wakeAll();
    await(() -> reminder().state() == NotificationState.ACCEPTED);
    assertThat(post.tried).as("the first one again, because it had not left").hasSize(3);
  }

  @Test
  void a_paused_step_waits_and_leaves_when_the_pause_ends() {
    await(() -> first().state() == NotificationState.ACCEPTED);
    SleepingSteps sleeping = new SleepingSteps(database.gateway(), business, clock());
    SqlPauseBook book = new SqlPauseBook(database.gateway(), sleeping::wake, clock());
    UUID pause =
        transactions.inOne(
            () -> book.pause(new Pause.Scope(ODENSE, null, null), "nedbrud", "operator"));
    business.advance(Duration.ofDays(7));
    queue().wakeAll();
    await(
        () ->
            one(
                "SELECT execution_time > '"
                    + business.now()
                    + "' FROM ops.scheduled_tasks WHERE task_name = 'send-step'",
                boolean.class));
    assertThat(reminder().state()).isEqualTo(NotificationState.PLANNED);
    transactions.runInOne(() -> book.resume(pause, "operator2"));
    await(() -> reminder().state() == NotificationState.ACCEPTED);
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private SendStep sendStep() {
    SqlMunicipalities municipalities = new SqlMunicipalities(database.gateway());
    municipalities.agreeFirst(
        List.of(new ServiceAgreement(ODENSE, LocalDate.of(2026, 1, 1), null, false)));
    municipalities.refresh();
    Recipient citizen = new Recipient.Person(new CprNumber(Messages.CPR));
    CitizenVault vault =
        new CitizenVault() {
          @Override
          public CitizenId idOf(Recipient recipient) {
            throw new UnsupportedOperationException();
          }

          @Override
          public Optional<CitizenId> find(Recipient recipient) {
            throw new UnsupportedOperationException();
          }

          @Override
          public Recipient recipientOf(CitizenId id, MunicipalityCode municipality) {
            return citizen;
          }
        };
    SendingDesk desk = new WillingDesk();
    Brakes brakes = new SqlBrakes(database.gateway(), ThrottleSettings.NONE, business, clock());
    return new SendStep(
        transactions,
        ledger,
        desk,
        vault,
        municipalities,
        new ChooseChannel(
            new Subscriptions(post, Duration.ZERO, 0, clock()),
            new InvitationText("Ring til kommunen."),
            Letters.NONE),
        brakes,
        new MakeCall(
            transactions,
            ledger,
            queue(),
            desk,
            post,
            brakes,
            TIMES,
            new CallLimits(
                Duration.ofSeconds(10), Duration.ofSeconds(30), Optional.empty(), System::nanoTime),
            business,
            clock()),
        TIMES,
        business,
        clock());
  }

  private static final class WillingDesk implements SendingDesk {
    @Override
    public Permission ask(InvitationId invitation) {
      return new Permission.Granted(
          new CitizenId(UUID.randomUUID()), ODENSE, URI.create("https://localhost/s/x"));
    }

    @Override
    public boolean letGo(InvitationId invitation, BooleanSupplier start) {
      return start.getAsBoolean();
    }

    @Override
    public boolean keepBack(InvitationId invitation, BooleanSupplier note) {
      return note.getAsBoolean();
    }
  }

  /** Does not connect the first time. */
  private static final class MoodyPost implements Post {
    private final List<OutgoingMessage> tried = new CopyOnWriteArrayList<>();

    @Override
    public Subscription digitalPost(Cvr authority, Recipient recipient) {
      return Subscription.SUBSCRIBED;
    }

    @Override
    public Subscription nemSms(Cvr authority, Recipient recipient) {
      return Subscription.NOT_SUBSCRIBED;
    }

    @Override
    public Optional<Instant> shutUntil() {
      return Optional.empty();
    }

    @Override
    public Prepared prepare(OutgoingMessage message) {
      return new Prepared.Ready(mayBegin -> send(message));
    }

    private SendOutcome send(OutgoingMessage message) {
      tried.add(message);
      return tried.size() == 1
          ? new SendOutcome.NotSent(new Failure(FailureClass.TRANSIENT, "not connected: X"))
          : new SendOutcome.Accepted(null);
    }
  }
}
