package dk.borgermaaling.gateway.murder;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.crypto.TinkRecipientCipher;
import dk.borgermaaling.gateway.citizen.jpa.SqlCitizenVault;
import dk.borgermaaling.gateway.invitation.Invitation;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.NotificationPlan;
import dk.borgermaaling.gateway.invitation.PlannedStep;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.invitation.StoredInvitationDesk;
import dk.borgermaaling.gateway.invitation.crypto.HmacLinkTokens;
import dk.borgermaaling.gateway.invitation.jpa.JpaInvitations;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.kernel.jpa.SqlBusinessClock;
import dk.borgermaaling.gateway.municipality.ServiceAgreement;
import dk.borgermaaling.gateway.municipality.jpa.SqlMunicipalities;
import dk.borgermaaling.gateway.notification.PlanSteps;
import dk.borgermaaling.gateway.notification.jpa.JpaNotifications;
import dk.borgermaaling.gateway.notification.tasks.SchedulerQueue;
import dk.borgermaaling.gateway.testing.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Invites people and lets them answer, by the gateway's own parts, without a road that is cut. */
final class Town {
  private static final List<String> MUNICIPALITIES = List.of("0461", "0740", "0751");
  private static final LocalDate AGREED = LocalDate.of(2026, 1, 1);
  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration OPEN_FOR = Duration.ofDays(3_500);

  /** Business time. */
  private static final Duration UNTIL_REMINDER = Duration.ofDays(10);

  private static final double ANSWERS = 0.4;

  private final Database database;
  private final SqlBusinessClock business;
  private final SqlCitizenVault vault;
  private final JpaInvitations invitations;
  private final NotificationPlan plan;
  private final StoredInvitationDesk desk;
  private final List<SimulatedPost.Resident> people;

  /**
   * @param untilReminder the same as ten days of business time, in real time
   */
  Town(
      Database database,
      Path keys,
      List<SimulatedPost.Resident> residents,
      Duration untilReminder) {
    this.database = database;
    Clock clock = Clock.systemUTC();
    business = new SqlBusinessClock(database.gateway(), clock);
    business.startAt(
        new SqlBusinessClock.Setting(
            clock.instant(), START, (double) UNTIL_REMINDER.toMillis() / untilReminder.toMillis()));
    SqlMunicipalities municipalities = new SqlMunicipalities(database.gateway());
    municipalities.agreeFirst(
        MUNICIPALITIES.stream()
            .map(code -> new ServiceAgreement(new MunicipalityCode(code), AGREED, null, false))
            .toList());
    vault =
        new SqlCitizenVault(
            database.gateway(),
            TinkRecipientCipher.from(keys.resolve("vault.json"), keys.resolve("vault-index.json")));
    invitations = new JpaInvitations(database.entityManager(), database.gateway());
    plan =
        new PlanSteps(
            new JpaNotifications(database.entityManager(), database.gateway()),
            new SchedulerQueue(database.schedulerClient(), database.gateway(), clock),
            business);
    desk =
        new StoredInvitationDesk(
            database.transactions(),
            invitations,
            HmacLinkTokens.from(keys.resolve("links.key")),
            business);
    people =
        residents.stream()
            .filter(resident -> MUNICIPALITIES.contains(resident.municipality()))
            .toList();
  }

  /**
   * Who is invited in a run; the same for the same arguments.
   *
   * @param spread the first messages are due within so much time
   * @param untilReminder real time
   */
  List<Asked> draw(long seed, int number, Duration spread, Duration untilReminder) {
    Random dice = new Random(seed);
    List<Asked> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Duration first = Duration.ofMillis((long) (spread.toMillis() * dice.nextDouble()));
      Duration reminder = first.plus(untilReminder);
      // Many of them in the moment in which their reminder leaves.
      Duration answers = reminder.plusMillis(dice.nextInt(1200) - 900);
      all.add(
          new Asked(
              new InvitationId(named(seed, i)),
              people.get(dice.nextInt(people.size())),
              first,
              reminder,
              dice.nextDouble() < ANSWERS ? Optional.of(answers) : Optional.empty()));
    }
    return all;
  }

  private static UUID named(long seed, int number) {
    return UUID.nameUUIDFromBytes(
        ("murder " + seed + " " + number).getBytes(StandardCharsets.UTF_8));
  }

  /** Stores the invitations with their steps, all in one transaction. */
  void invite(List<Asked> asked) {
    Instant now = business.now();
    List<Invitation> made = new ArrayList<>();
    List<NotificationPlan.Planned> steps = new ArrayList<>();
    database
        .transactions()
        .runInOne(
            () -> {
              for (Asked one : asked) {
                MunicipalityCode municipality = new MunicipalityCode(one.resident().municipality());
                Instant first = now.plus(toBusiness(one.first()));
                made.add(invitation(one, municipality, citizen(one), first));
                steps.add(
                    new NotificationPlan.Planned(
                        one.invitation(),
                        municipality,
                        List.of(
                            PlannedStep.digital(Step.FIRST, first),
                            PlannedStep.digital(
                                Step.reminder(1), now.plus(toBusiness(one.reminder()))))));
              }
              invitations.add(made);
              plan.planAll(steps);
            });
  }

  private CitizenId citizen(Asked one) {
    return vault.idOf(new Recipient.Person(new CprNumber(one.resident().cpr())));
  }

  private static Invitation invitation(
      Asked one, MunicipalityCode municipality, CitizenId citizen, Instant first) {
    return new Invitation(
        one.invitation(),
        municipality,
        citizen,
        "dagpenge",
        one.invitation().value(),
        EventSource.OTHER,
        one.invitation().toString(),
        null,
        first,
        first.plus(OPEN_FOR),
        Invitation.State.PLANNED,
        false,
        null,
        false);
  }

  private Duration toBusiness(Duration real) {
    double speed = business.setting().speed();
    return Duration.ofMillis(Math.round(real.toMillis() * speed));
  }

  /**
   * Marks the invitation answered. The lock of the invitation is held while it is looked whether
   * the reminder had started: what starts it needs the same lock.
   *
   * @return true when the reminder had not started, so that it must not leave any more
   */
  boolean answer(Asked one) {
    return database
        .transactions()
        .inOne(
            () -> {
              desk.markAnswered(one.invitation());
              return database
                  .gateway()
                  .withHandle(
                      handle ->
                          handle
                              .createQuery(
                                  "SELECT state IN ('PLANNED', 'CLAIMED') FROM contact.notification"
                                      + " WHERE municipality_code = :municipality"
                                      + " AND invitation_id = :invitation AND step = 'reminder-1'")
                              .bind("municipality", one.resident().municipality())
                              .bind("invitation", one.invitation().value())
                              .mapTo(Boolean.class)
                              .one());
            });
  }

  /** Everything that waits is looked at now, as after the clock has been set. */
  void wake() {
    database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE ops.scheduled_tasks SET execution_time = now(), version = version + 1"
                        + " WHERE NOT picked AND execution_time > now()"));
  }
}
