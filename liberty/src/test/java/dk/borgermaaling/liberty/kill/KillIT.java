package dk.borgermaaling.liberty.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.liberty.Tables;
import dk.borgermaaling.liberty.launcher.Launcher;
import dk.borgermaaling.liberty.launcher.TestSession;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import dk.borgermaaling.liberty.reference.Answers;
import dk.borgermaaling.liberty.reference.Reference;
import dk.borgermaaling.liberty.reference.Story;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The launcher plays the demonstration; in the middle of it the gateway's JVM is killed, while
 * messages are on their way, and the launcher starts it again.
 */
class KillIT {
  private static final WholeSystem SYSTEM = TestSession.system();
  private static final Launcher LAUNCHER = new Launcher(SYSTEM);
  private static final Reference REFERENCE = Reference.of(Story.world());
  private static final Tables TABLES = new Tables(SYSTEM);
  private static final String FOLLOWED =
      """
      EXISTS (SELECT 1 FROM contact.notification r
        WHERE r.invitation_id = n.invitation_id AND r.step = 'reminder-1'
          AND (r.state IN ('DELIVERED', 'UNKNOWN', 'NOT_NEEDED') OR i.stopped))
      """;

  private static final String TAKEN_BACK =
      """
      (i.stopped OR i.state = 'WITHDRAWN' OR EXISTS (SELECT 1 FROM contact.notification f
        WHERE f.invitation_id = n.invitation_id AND f.step = 'first' AND f.state = 'FAILED'))
      """;

  private static final OnTheirWay THREE = OnTheirWay.of(REFERENCE);

  @BeforeAll
  static void play_and_kill() {
    CompletableFuture<Void> playing = CompletableFuture.runAsync(LAUNCHER::run);
    await(playing, "the simulators answer", Duration.ofMinutes(5), KillIT::simulatorsAnswer);
    THREE.hold(SYSTEM);
    await(
        playing,
        "all three are on their way",
        Duration.ofMinutes(4),
        () -> THREE.allAre("SENDING", TABLES));
    assertThat(SYSTEM.demonstration().countOf("messages delivered")).isGreaterThan(50);
    SYSTEM.liberty().kill();
    await(
        playing,
        "nobody knows of any of the three",
        Duration.ofMinutes(4),
        () -> THREE.allAre("UNKNOWN", TABLES));
    await(playing, "the story is told", Duration.ofMinutes(7), LAUNCHER::told);
  }

  @AfterAll
  static void stop() {
    LAUNCHER.stop();
  }

  private static boolean simulatorsAnswer() {
    return SYSTEM.https().answers(SYSTEM.simulatorsAddress().resolve("/demo/status"));
  }

  private static void await(
      CompletableFuture<Void> playing, String what, Duration longest, BooleanSupplier condition) {
    WholeSystem.await(
        what,
        longest,
        () -> {
          if (playing.isDone()) {
            playing.join();
            throw new IllegalStateException("the launcher has stopped");
          }
          return condition.getAsBoolean();
        });
  }

  @Test
  void no_event_and_no_decision_is_lost_or_doubled() {
    assertThat(TABLES.count("SELECT count(*) FROM intake.case_event"))
        .isEqualTo(REFERENCE.decisions().size());
    assertThat(
            TABLES.byName(
                "SELECT coalesce(reason, outcome), count(*) FROM intake.decision GROUP BY 1"))
        .containsExactlyInAnyOrderEntriesOf(REFERENCE.outcomes());
    assertThat(TABLES.count("SELECT count(*) FROM contact.invitation"))
        .isEqualTo(REFERENCE.invitations().size());
  }

  @Test
  void no_step_has_two_messages() {
    assertThat(SYSTEM.mailbox().steps()).doesNotHaveDuplicates().isNotEmpty();
    assertThat(steps("n.attempts > 1"))
        .as("no call is made again: each got through, or nobody can know")
        .isZero();
  }

  @Test
  void a_message_that_was_lost_with_the_gateway_is_followed_by_its_reminder() {
    assertThat(OnTheirWay.stateOf(THREE.lost(), "first", TABLES)).hasValue("UNKNOWN");
    assertThat(OnTheirWay.stateOf(THREE.lost(), "reminder-1", TABLES)).hasValue("DELIVERED");
    assertThat(OnTheirWay.arrived(THREE.lost(), SYSTEM, TABLES)).containsExactly("reminder-1");
  }

  @Test
  void a_message_that_got_through_and_of_which_nobody_hears_is_followed_by_its_reminder() {
    assertThat(OnTheirWay.stateOf(THREE.silent(), "first", TABLES)).hasValue("UNKNOWN");
    assertThat(OnTheirWay.stateOf(THREE.silent(), "reminder-1", TABLES)).hasValue("DELIVERED");
    assertThat(OnTheirWay.arrived(THREE.silent(), SYSTEM, TABLES))
        .containsExactly("first", "reminder-1");
  }

  @Test
  void a_receipt_after_the_restart_ends_what_was_unknown() {
    assertThat(OnTheirWay.stateOf(THREE.heard(), "first", TABLES)).hasValue("DELIVERED");
    assertThat(OnTheirWay.stateOf(THREE.heard(), "reminder-1", TABLES)).hasValue("DELIVERED");
    assertThat(OnTheirWay.arrived(THREE.heard(), SYSTEM, TABLES))
        .containsExactly("first", "reminder-1");
  }

  @Test
  void every_step_is_delivered_failed_with_a_reason_or_unknown_and_followed_by_its_reminder() {
    Answers expected = Answers.to(REFERENCE);
    assertThat(
            steps("n.state NOT IN ('DELIVERED', 'FAILED', 'UNKNOWN', 'NOT_NEEDED', 'WITHDRAWN')"))
        .as("every step has come to an end, and none too late")
        .isZero();
    assertThat(steps("n.step = 'first' AND n.state IN ('DELIVERED', 'UNKNOWN')"))
        .isEqualTo(expected.firstDelivered());
    assertThat(steps("n.step = 'first' AND n.state = 'FAILED' AND n.failure_reason IS NOT NULL"))
        .isEqualTo(expected.firstRefused());
    assertThat(steps("n.state = 'FAILED' AND n.failure_reason IS NULL")).isZero();
    assertThat(steps("n.step = 'first' AND n.state = 'WITHDRAWN'"))
        .isEqualTo(REFERENCE.invitations().stream().filter(i -> i.withdrawn()).count());
    assertThat(steps("n.step = 'first' AND n.state = 'UNKNOWN' AND NOT " + FOLLOWED)).isZero();
    assertThat(steps("n.step <> 'first' AND n.state = 'WITHDRAWN' AND NOT " + TAKEN_BACK))
        .as("a reminder is only taken back with its invitation, or when the first had failed")
        .isZero();
  }

  private static long steps(String where) {
    return TABLES.count(
        "SELECT count(*) FROM contact.notification n"
            + " JOIN contact.invitation i ON i.id = n.invitation_id WHERE "
            + where);
  }
}
