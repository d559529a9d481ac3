package dk.borgermaaling.liberty.kill;

import dk.borgermaaling.liberty.Tables;
import dk.borgermaaling.liberty.launcher.DemonstrationClock;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import dk.borgermaaling.liberty.reference.Invited;
import dk.borgermaaling.liberty.reference.Reference;
import dk.borgermaaling.liberty.reference.Story;
import dk.borgermaaling.simulators.citizens.AnswerHabits;
import dk.borgermaaling.simulators.citizens.Habit;
import dk.borgermaaling.simulators.world.Town;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Three first messages whose calls KombiPostAfsend does not answer for a while, so that the gateway
 * is surely sending them when it is killed. Their citizens never answer: each needs a reminder.
 */
record OnTheirWay(Invited lost, Invited silent, Invited heard) {
  private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

  /** Longer than it takes to see that all three are on their way. */
  private static final int HELD_SECONDS = 60;

  /** Longer than a restart, so that the outcome is unknown for a while. */
  private static final int RECEIPT_SECONDS = 110;

  /** Three of one day, early in the story but not before anything can be switched on. */
  static OnTheirWay of(Reference reference) {
    Instant from = DemonstrationClock.START.plus(Duration.ofDays(3));
    Map<LocalDate, List<Invited>> byDay =
        reference.invitations().stream()
            .filter(OnTheirWay::waitsForItsReminder)
            .filter(i -> i.firstAt().isAfter(from))
            .collect(
                Collectors.groupingBy(
                    i -> LocalDate.ofInstant(i.firstAt(), DENMARK),
                    TreeMap::new,
                    Collectors.toList()));
    List<Invited> three =
        byDay.values().stream().filter(day -> day.size() >= 3).findFirst().orElseThrow();
    return new OnTheirWay(three.get(0), three.get(1), three.get(2));
  }

  /** And can be found by its event's id, which for Momentum is made by the gateway. */
  private static boolean waitsForItsReminder(Invited invitation) {
    var person = invitation.person();
    return invitation.reminds()
        && person.digitalPost()
        && invitation.town().source() != Town.Source.MOMENTUM
        && AnswerHabits.of(Story.SEED, person.cpr()) == Habit.NEVER;
  }

  /**
   * The first is not taken by the other side at all; the second is taken, without any receipt; the
   * third is taken and its receipts come after a restart.
   */
  void hold(WholeSystem system) {
    turnOn(system, "slow-and-lost", 1, HELD_SECONDS, lost);
    turnOn(system, "slow-but-accepted", 2, HELD_SECONDS, silent, heard);
    turnOn(system, "missing-receipts", 1, 0, silent);
    turnOn(system, "late-receipts", 1, RECEIPT_SECONDS, heard);
  }

  private static void turnOn(
      WholeSystem system, String name, int times, int seconds, Invited... whom) {
    var recipients = Json.createArrayBuilder();
    Stream.of(whom).forEach(i -> recipients.add(i.person().cpr()));
    system
        .https()
        .put(
            system.simulatorsAddress().resolve("/switches/" + name),
            Json.createObjectBuilder()
                .add("recipients", recipients)
                .add("times", times)
                .add("seconds", seconds)
                .build()
                .toString());
  }

  boolean allAre(String state, Tables tables) {
    return Stream.of(lost, silent, heard)
        .allMatch(i -> stateOf(i, "first", tables).equals(Optional.of(state)));
  }

  static Optional<String> stateOf(Invited invitation, String step, Tables tables) {
    return tables
        .byName(
            """
            SELECT n.state, count(*) FROM contact.notification n
            JOIN contact.invitation i ON i.id = n.invitation_id
            WHERE i.event_id = '%s' AND n.step = '%s' GROUP BY 1
            """
                .formatted(invitation.eventId(), step))
        .keySet()
        .stream()
        .findFirst();
  }

  /** Steps of this invitation that have reached the citizen. */
  static List<String> arrived(Invited invitation, WholeSystem system, Tables tables) {
    String id =
        tables
            .byName(
                "SELECT id::text, 1 FROM contact.invitation WHERE event_id = '%s'"
                    .formatted(invitation.eventId()))
            .keySet()
            .iterator()
            .next();
    return system.mailbox().messages().stream()
        .filter(m -> m.getString("invitation").equals(id))
        .map((JsonObject m) -> m.getString("step"))
        .toList();
  }
}
