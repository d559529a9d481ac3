package dk.borgermaaling.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.jpa.SqlCitizenVault;
import dk.borgermaaling.gateway.invitation.Invitation;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.NotificationPlan;
import dk.borgermaaling.gateway.invitation.PlannedStep;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.invitation.StoredSendingDesk;
import dk.borgermaaling.gateway.invitation.crypto.HmacLinkTokens;
import dk.borgermaaling.gateway.invitation.jpa.JpaInvitations;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.municipality.ServiceAgreement;
import dk.borgermaaling.gateway.municipality.jpa.SqlMunicipalities;
import dk.borgermaaling.gateway.notification.Brakes;
import dk.borgermaaling.gateway.notification.CallLimits;
import dk.borgermaaling.gateway.notification.ChooseChannel;
import dk.borgermaaling.gateway.notification.InvitationText;
import dk.borgermaaling.gateway.notification.Letters;
import dk.borgermaaling.gateway.notification.MakeCall;
import dk.borgermaaling.gateway.notification.PlanSteps;
import dk.borgermaaling.gateway.notification.SendStep;
import dk.borgermaaling.gateway.notification.SendingTimes;
import dk.borgermaaling.gateway.notification.Subscriptions;
import dk.borgermaaling.gateway.notification.ThrottleSettings;
import dk.borgermaaling.gateway.notification.jpa.JpaNotifications;
import dk.borgermaaling.gateway.notification.jpa.SqlBrakes;
import dk.borgermaaling.gateway.notification.tasks.NotificationTasks;
import dk.borgermaaling.gateway.notification.tasks.SchedulerQueue;
import dk.borgermaaling.gateway.selection.Quarantine;
import dk.borgermaaling.gateway.selection.jpa.SqlQuarantineRegister;
import dk.borgermaaling.gateway.selection.jpa.SqlTerms;
import dk.borgermaaling.gateway.testing.Database;
import dk.borgermaaling.gateway.testing.TestKeys;
import dk.borgermaaling.simulators.year.Year;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;

/**
 * The road from a plan to the hand of the post, put together as the gateway does it, but without a
 * server, and with every hour of the week allowed.
 */
final class SendingRoad {
  private static final int CITIZENS = 20_000;
  private static final Duration LOOK = Duration.ofMillis(50);

  private final Database database;
  private final Jdbi jdbi;
  private final EntityManager entities;
  private final SqlMunicipalities municipalities;
  private final SqlCitizenVault vault;
  private final SqlTerms terms;
  private final BusinessClock clock = new RealTime();
  private final SchedulerQueue queue;
  private final List<CitizenId> citizens;

  SendingRoad(Database database) {
    this.database = database;
    jdbi = database.gateway();
    entities = database.entityManager();
    municipalities = new SqlMunicipalities(jdbi);
    municipalities.agreeFirst(
        Year.municipalities().stream()
            .map(
                code ->
                    new ServiceAgreement(
                        new MunicipalityCode(code), LocalDate.of(2020, 1, 1), null, false))
            .toList());
    municipalities.refresh();
    terms = new SqlTerms(jdbi);
    terms.refresh();
    vault = new SqlCitizenVault(jdbi, TestKeys.recipientCipher());
    queue = new SchedulerQueue(database.schedulerClient(), jdbi, Clock.systemUTC());
    citizens = madeUp();
  }

  private List<CitizenId> madeUp() {
    List<Recipient> people = new ArrayList<>();
    for (int i = 0; i < CITIZENS; i++) {
      people.add(
          new Recipient.Person(
              new CprNumber(
                  String.format(
                      Locale.ROOT,
                      "%02d%02d%02d%04d",
                      61 + i % 28,
                      1 + i / 28 % 12,
                      50,
                      i / 336))));
    }
    return List.copyOf(database.transactions().inOne(() -> vault.idsOf(people)).values());
  }

  /**
   * Stores invitations of two steps each, with their tasks.
   *
   * @param first number of the first one
   * @param due of the first message; the reminder is due ten days later
   */
  void plan(int first, int count, Instant due) {
    List<String> codes = Year.municipalities();
    List<Invitation> invitations = new ArrayList<>(count);
    List<NotificationPlan.Planned> plans = new ArrayList<>(count);
    for (int i = first; i < first + count; i++) {
      InvitationId id = new InvitationId(UUID.randomUUID());
      MunicipalityCode municipality = new MunicipalityCode(codes.get(i % codes.size()));
      invitations.add(invitation(id, municipality, citizens.get(i % citizens.size()), due));
      plans.add(
          new NotificationPlan.Planned(
              id,
              municipality,
              List.of(
                  PlannedStep.digital(Step.FIRST, due),
                  PlannedStep.digital(Step.reminder(1), due.plus(Duration.ofDays(10))))));
    }
    NotificationPlan steps = new PlanSteps(new JpaNotifications(entities, jdbi), queue, clock);
    database
        .transactions()
        .runInOne(
            () -> {
              new JpaInvitations(entities, jdbi).add(invitations);
              steps.planAll(plans);
            });
  }

  private static Invitation invitation(
      InvitationId id, MunicipalityCode municipality, CitizenId citizen, Instant due) {
    return new Invitation(
        id,
        municipality,
        citizen,
        "UDS",
        UUID.randomUUID(),
        EventSource.MOMENTUM,
        id.toString(),
        null,
        due,
        due.plus(Duration.ofDays(28)),
        Invitation.State.PLANNED,
        false,
        null,
        false);
  }

  /** A node: a scheduler that sends what is due, not started yet. */
  Scheduler node(String name, int threads, CountingPost post) {
    SendingTimes times =
        new SendingTimes(
            UnaryOperator.identity(),
            Duration.ofMinutes(1),
            Duration.ofDays(14),
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1)));
    JpaNotifications ledger = new JpaNotifications(entities, jdbi);
    StoredSendingDesk desk =
        new StoredSendingDesk(
            database.transactions(),
            new JpaInvitations(entities, jdbi),
            new Quarantine(
                new SqlQuarantineRegister(jdbi, TestKeys.recipientCipher()), municipalities, terms),
            new HmacLinkTokens(new byte[32]),
            URI.create("https://localhost/"),
            clock);
    Clock real = Clock.systemUTC();
    CallLimits limits =
        new CallLimits(
            Duration.ofSeconds(10), Duration.ofSeconds(30), Optional.empty(), System::nanoTime);
    Brakes brakes = new SqlBrakes(jdbi, ThrottleSettings.NONE, clock, real);
    MakeCall call =
        new MakeCall(
            database.transactions(), ledger, queue, desk, post, brakes, times, limits, clock, real);
    SendStep sendStep =
        new SendStep(
            database.transactions(),
            ledger,
            desk,
            vault,
            municipalities,
            new ChooseChannel(
                new Subscriptions(post, Duration.ofHours(12), 100_000, real),
                new InvitationText("Ring til kommunen."),
                Letters.NONE),
            brakes,
            call,
            times,
            clock,
            real);
    return EmptyTask.scheduler(
        database,
        List.of(
            NotificationTasks.sendStep(
                sendStep, new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1)))),
        name,
        threads,
        LOOK);
  }

  /** Ended steps, as years leave them behind. */
  int finished(int invitations) {
    Collection<CitizenId> known = citizens;
    return jdbi.withHandle(
        handle -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO contact.invitation (municipality_code, id, citizen_id, survey_group,
                    event_id, source, entity_id, planned_first, closes_at, state, stopped, answered)
                  SELECT m.code, gen_random_uuid(), c.id, 'UDS', gen_random_uuid(), 'MOMENTUM',
                    gen_random_uuid()::text, now() - interval '90 days', now() - interval '62 days',
                    'OPEN', false, i % 2 = 0
                  FROM generate_series(1, :count) AS i
                  JOIN (SELECT code, row_number() OVER () - 1 AS n
                        FROM unnest(:codes) AS code) AS m ON m.n = i % :municipalities
                  JOIN (SELECT id, row_number() OVER () - 1 AS n
                        FROM unnest(CAST(:citizens AS uuid[])) AS id) AS c ON c.n = i % :people
                  """)
              .bind("count", invitations)
              .bindArray("codes", String.class, Year.municipalities())
              .bind("municipalities", Year.municipalities().size())
              .bindArray("citizens", String.class, known.stream().map(CitizenId::toString).toList())
              .bind("people", known.size())
              .execute();
          return handle
              .createUpdate(
                  """
                  INSERT INTO contact.notification (municipality_code, id, invitation_id, step,
                    planned_for, state, channel, channels, claim, message_uuid, transaction_id,
                    transmission_id, attempts, sent_at, left_at, delivered_at)
                  SELECT i.municipality_code, gen_random_uuid(), i.id, s.step,
                    i.planned_first + s.after, 'DELIVERED', 'DIGITAL_POST', 'DIGITAL_POST',
                    gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1,
                    i.planned_first + s.after, i.planned_first + s.after, i.planned_first + s.after
                  FROM contact.invitation i
                  CROSS JOIN (VALUES ('first', interval '0'), ('reminder-1', interval '10 days'))
                    AS s (step, after)
                  WHERE i.closes_at < now()
                  """)
              .execute();
        });
  }

  /** Business time as it is in production. */
  private static final class RealTime implements BusinessClock {
    private final Clock clock = Clock.systemUTC();

    @Override
    public Instant now() {
      return clock.instant();
    }

    @Override
    public Instant toReal(Instant business) {
      return business;
    }
  }
}
