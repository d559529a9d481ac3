package dk.borgermaaling.gateway.murder;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import dk.borgermaaling.gateway.access.kombit.AccessTokenClient;
import dk.borgermaaling.gateway.access.kombit.ExchangedTokens;
import dk.borgermaaling.gateway.access.kombit.HolderOfKeyTokens;
import dk.borgermaaling.gateway.access.kombit.JsonSts;
import dk.borgermaaling.gateway.access.kombit.TokenCalls;
import dk.borgermaaling.gateway.access.kombit.TokenHolder;
import dk.borgermaaling.gateway.access.kombit.TokenHolders;
import dk.borgermaaling.gateway.citizen.crypto.TinkRecipientCipher;
import dk.borgermaaling.gateway.citizen.jpa.SqlCitizenVault;
import dk.borgermaaling.gateway.edge.trust.Alarms;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.LinkTokens;
import dk.borgermaaling.gateway.invitation.SendingDesk;
import dk.borgermaaling.gateway.invitation.StoredSendingDesk;
import dk.borgermaaling.gateway.invitation.crypto.HmacLinkTokens;
import dk.borgermaaling.gateway.invitation.jpa.JpaInvitations;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.Circuit;
import dk.borgermaaling.gateway.kernel.jpa.SqlBusinessClock;
import dk.borgermaaling.gateway.municipality.jpa.SqlMunicipalities;
import dk.borgermaaling.gateway.notification.ApplyReceipt;
import dk.borgermaaling.gateway.notification.Brakes;
import dk.borgermaaling.gateway.notification.CallLimits;
import dk.borgermaaling.gateway.notification.ChooseChannel;
import dk.borgermaaling.gateway.notification.InvitationText;
import dk.borgermaaling.gateway.notification.Letters;
import dk.borgermaaling.gateway.notification.MakeCall;
import dk.borgermaaling.gateway.notification.MatchReceipt;
import dk.borgermaaling.gateway.notification.OwnSystems;
import dk.borgermaaling.gateway.notification.Post;
import dk.borgermaaling.gateway.notification.SendStep;
import dk.borgermaaling.gateway.notification.SendingTimes;
import dk.borgermaaling.gateway.notification.Subscriptions;
import dk.borgermaaling.gateway.notification.TakeReceipt;
import dk.borgermaaling.gateway.notification.jpa.JpaNotifications;
import dk.borgermaaling.gateway.notification.jpa.SqlReceipts;
import dk.borgermaaling.gateway.notification.kombit.EnvelopeReader;
import dk.borgermaaling.gateway.notification.kombit.KombitPost;
import dk.borgermaaling.gateway.notification.kombit.MemoVersion;
import dk.borgermaaling.gateway.notification.tasks.NotificationTasks;
import dk.borgermaaling.gateway.notification.tasks.SchedulerQueue;
import dk.borgermaaling.gateway.selection.Quarantine;
import dk.borgermaaling.gateway.selection.jpa.SqlQuarantineRegister;
import dk.borgermaaling.gateway.selection.jpa.SqlTerms;
import dk.borgermaaling.gateway.testing.Database;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What a worker is made of, put together as {@code NotificationWiring} does. Business time is the
 * same for all and goes by the system's clock: it runs so fast here that a clock that is a minute
 * off would end every invitation. All real time goes by the clock that jumps.
 */
final class WorkerParts {
  private static final Backoff SOON = new Backoff(Duration.ofMillis(150), Duration.ofSeconds(1));
  private static final Backoff LOOKING_FOR =
      new Backoff(Duration.ofMillis(150), Duration.ofSeconds(30));
  private static final int LARGEST_ANSWER = 256 * 1024;
  private static final Duration ANSWERED_WITHIN = Duration.ofMillis(1500);

  /** A step of a slow machine may leave as late as it likes: what is late is no murder. */
  private static final SendingTimes TIMES =
      new SendingTimes(
          UnaryOperator.identity(), Duration.ofMinutes(1), Duration.ofDays(3_000), SOON);

  private static final CallLimits LIMITS =
      new CallLimits(Duration.ofSeconds(1), ANSWERED_WITHIN, Optional.empty(), System::nanoTime);

  private final Database database;
  private final Clock clock;
  private final JpaNotifications ledger;
  private final SqlReceipts store;
  private final SqlBusinessClock business;
  private final SchedulerQueue queue;
  private final Post post;
  private final SendStep sendStep;

  WorkerParts(WorkerSettings settings, Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    ledger = new JpaNotifications(database.entityManager(), database.gateway());
    store = new SqlReceipts(database.gateway());
    SqlMunicipalities municipalities = new SqlMunicipalities(database.gateway());
    SqlTerms terms = new SqlTerms(database.gateway());
    business = new SqlBusinessClock(database.gateway(), Clock.systemUTC());
    municipalities.refresh();
    terms.refresh();
    // The row is there already; what is asked for here is never written.
    business.startAt(new SqlBusinessClock.Setting(Instant.EPOCH, Instant.EPOCH, 1));
    TinkRecipientCipher cipher =
        TinkRecipientCipher.from(
            settings.keys().resolve("vault.json"), settings.keys().resolve("vault-index.json"));
    LinkTokens links = HmacLinkTokens.from(settings.keys().resolve("links.key"));
    SendingDesk desk =
        new StoredSendingDesk(
            database.transactions(),
            new JpaInvitations(database.entityManager(), database.gateway()),
            new Quarantine(
                new SqlQuarantineRegister(database.gateway(), cipher), municipalities, terms),
            links,
            URI.create("https://localhost:1"),
            business);
    post = BreachedPost.of(settings.breach(), post(settings), database);
    queue = queue();
    MakeCall call =
        new MakeCall(
            database.transactions(),
            ledger,
            queue,
            desk,
            post,
            Brakes.NONE,
            TIMES,
            LIMITS,
            business,
            clock);
    sendStep =
        new SendStep(
            database.transactions(),
            ledger,
            desk,
            new SqlCitizenVault(database.gateway(), cipher),
            municipalities,
            new ChooseChannel(
                new Subscriptions(post, Duration.ofHours(12), 1_000, clock),
                new InvitationText("Ring til kommunen."),
                Letters.NONE),
            Brakes.NONE,
            call,
            TIMES,
            business,
            clock);
  }

  private Post post(WorkerSettings settings) {
    TokenHolders holders =
        TokenHolders.read(
            settings.certificates().resolve("gateway.p12"),
            settings.certificates().resolve("trust.p12"),
            new TokenHolder.HttpLimits(Duration.ofSeconds(1), ANSWERED_WITHIN, LARGEST_ANSWER),
            clock,
            new Alarms(clock));
    ExchangedTokens source =
        new ExchangedTokens(
            new JsonSts(settings.post("/runtime/api/rest/wstrust/v1/issue")),
            new AccessTokenClient(settings.post("/service/AccessTokenService_1/token"), clock),
            clock,
            Duration.ofMinutes(15));
    TokenCalls calls =
        new TokenCalls(
            holders::inForce,
            new HolderOfKeyTokens(
                source, clock, Duration.ofMinutes(1), Duration.ZERO, Runnable::run),
            Optional.empty());
    return new KombitPost(
        calls,
        new KombitPost.Service(
            settings.post("/service/KombiPostAfsend_1/kombi"),
            "http://entityid.kombit.dk/service/kombipostafsend/1",
            circuit()),
        new KombitPost.Service(
            settings.post("/service/PostForespoerg_1/digitalpost"),
            "http://entityid.kombit.dk/service/postforespoerg/1",
            circuit()),
        MemoVersion.of("1.2"),
        clock);
  }

  private Circuit circuit() {
    return new Circuit("gateway.notification.circuit", 8, Duration.ofMillis(500), clock);
  }

  /** What a first use makes is made before anything goes wrong. */
  void warmUp() {
    database
        .transactions()
        .runInOne(() -> ledger.ofInvitation(new InvitationId(UUID.randomUUID())));
  }

  List<Task<?>> tasks() {
    MatchReceipt match =
        new MatchReceipt(
            database.transactions(),
            store,
            new EnvelopeReader(),
            ledger,
            new ApplyReceipt(ledger, queue, TIMES, business, clock),
            new OwnSystems(Set.of()),
            LOOKING_FOR,
            Duration.ofDays(3),
            clock);
    return List.of(
        NotificationTasks.sendStep(sendStep, SOON), NotificationTasks.matchReceipt(match, SOON));
  }

  private SchedulerQueue queue() {
    SchedulerClient client =
        SchedulerClient.Builder.create(database.gatewayDataSource(), List.of())
            .tableName("ops.scheduled_tasks")
            .build();
    return new SchedulerQueue(client, database.gateway(), clock);
  }

  TakeReceipt takeReceipt() {
    return new TakeReceipt(
        database.transactions(), store, new EnvelopeReader(), queue::enqueueReceipt, clock);
  }
}
