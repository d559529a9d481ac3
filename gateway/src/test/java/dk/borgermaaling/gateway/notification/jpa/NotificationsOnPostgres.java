package dk.borgermaaling.gateway.notification.jpa;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.PlannedStep;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.notification.ApplyReceipt;
import dk.borgermaaling.gateway.notification.MatchReceipt;
import dk.borgermaaling.gateway.notification.Next;
import dk.borgermaaling.gateway.notification.Notification;
import dk.borgermaaling.gateway.notification.NotificationId;
import dk.borgermaaling.gateway.notification.OwnSystems;
import dk.borgermaaling.gateway.notification.PlanSteps;
import dk.borgermaaling.gateway.notification.SendOutcome;
import dk.borgermaaling.gateway.notification.SendingTimes;
import dk.borgermaaling.gateway.notification.TakeReceipt;
import dk.borgermaaling.gateway.notification.kombit.EnvelopeReader;
import dk.borgermaaling.gateway.notification.tasks.SchedulerQueue;
import dk.borgermaaling.gateway.testing.Database;
import dk.borgermaaling.gateway.testing.JdbcTransactions;
import dk.borgermaaling.gateway.testing.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;

/** An invitation of two steps on a real database, and what works on its notifications. */
class NotificationsOnPostgres {
  static final MunicipalityCode ODENSE = new MunicipalityCode("0461");
  static final Instant REAL = Instant.parse("2026-11-22T21:00:00Z");
  static final SendingTimes TIMES =
      new SendingTimes(
          UnaryOperator.identity(),
          Duration.ofMinutes(1),
          Duration.ofDays(14),
          new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1)));
  static final Instant PLANNED = Instant.parse("2026-11-25T09:00:00Z");

  final Database database = Database.fresh();
  final JdbcTransactions transactions = database.transactions();
  final JpaNotifications ledger =
      new JpaNotifications(database.entityManager(), database.gateway());
  final SqlReceipts store = new SqlReceipts(database.gateway());
  final SqlOverview overview = new SqlOverview(database.gateway());
  final InvitationId invitation = new InvitationId(UUID.randomUUID());
  final UUID message = UUID.randomUUID();
  Instant now = REAL;
  Set<String> ownSystems = Set.of();

  @BeforeEach
  void an_invitation_has_two_steps() {
    UUID citizen = UUID.randomUUID();
    TestRows.invitation(database, ODENSE, invitation, citizen);
    transactions.runInOne(
        () ->
            plan()
                .plan(
                    invitation,
                    ODENSE,
                    List.of(
                        PlannedStep.digital(Step.FIRST, PLANNED),
                        PlannedStep.digital(Step.reminder(1), PLANNED.plus(Duration.ofDays(7))))));
  }

  void sent(SendOutcome outcome) {
    UUID run = UUID.randomUUID();
    transactions.runInOne(
        () ->
            ledger.change(
                id(Step.FIRST),
                step ->
                    step.claim(run)
                        && step.start(
                            run,
                            new Notification.Identifiers(message, UUID.randomUUID()),
                            REAL,
                            PLANNED)));
    transactions.runInOne(
        () ->
            ledger.change(id(Step.FIRST), step -> step.record(run, Channel.DIGITAL_POST, outcome)));
  }

  List<Next> matchAll() {
    MatchReceipt match = match(new Backoff(Duration.ofSeconds(5), Duration.ofHours(1)));
    return tasks("match-receipt").stream()
        .map(id -> match.run(UUID.fromString(id)))
        .distinct()
        .toList();
  }

  MatchReceipt match(Backoff backoff) {
    return new MatchReceipt(
        transactions,
        store,
        new EnvelopeReader(),
        ledger,
        apply(),
        new OwnSystems(ownSystems),
        backoff,
        Duration.ofDays(3),
        clock());
  }

  ApplyReceipt apply() {
    return new ApplyReceipt(ledger, queue(), TIMES, new SettableClock(PLANNED), clock());
  }

  TakeReceipt take() {
    return new TakeReceipt(
        transactions, store, new EnvelopeReader(), queue()::enqueueReceipt, clock());
  }

  PlanSteps plan() {
    return new PlanSteps(ledger, queue(), new SettableClock(REAL));
  }

  SchedulerQueue queue() {
    return new SchedulerQueue(database.schedulerClient(), database.gateway(), clock());
  }

  Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  List<String> tasks(String name) {
    return database
        .owner()
        .withHandle(
            h ->
                h.createQuery(
                        "SELECT task_instance FROM ops.scheduled_tasks WHERE task_name = :name"
                            + " ORDER BY execution_time")
                    .bind("name", name)
                    .mapTo(String.class)
                    .list());
  }

  Map<String, Long> statuses() {
    return database
        .owner()
        .withHandle(
            h ->
                h.createQuery("SELECT status, count(*) AS n FROM intake.receipt GROUP BY 1")
                    .reduceRows(
                        new TreeMap<String, Long>(),
                        (all, row) -> {
                          all.put(
                              row.getColumn("status", String.class),
                              row.getColumn("n", Long.class));
                          return all;
                        }));
  }

  NotificationId id(Step step) {
    return ledger.ofInvitation(invitation).stream()
        .filter(id -> ledger.change(id, n -> n.facts().step()).equals(step))
        .findFirst()
        .orElseThrow();
  }

  Notification.Facts first() {
    return transactions.inOne(() -> ledger.change(id(Step.FIRST), Notification::facts));
  }

  Notification.Facts reminder() {
    return transactions.inOne(() -> ledger.change(id(Step.reminder(1)), Notification::facts));
  }

  <T> T one(String sql, Class<T> type) {
    return database.owner().withHandle(handle -> handle.createQuery(sql).mapTo(type).one());
  }
}
