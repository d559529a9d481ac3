package dk.borgermaaling.liberty.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.liberty.Tables;
import dk.borgermaaling.liberty.launcher.TestSession;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import dk.borgermaaling.liberty.reference.Reference;
import dk.borgermaaling.liberty.reference.Story;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The gateway's JVM is killed in the middle of the demonstration, while it sends, and started
 * again.
 */
class KillIT {
  private static final WholeSystem SYSTEM = TestSession.system();
  private static final Reference REFERENCE = Reference.of(Story.world());
  private static final Tables TABLES = new Tables(SYSTEM);

  @BeforeAll
  static void play_and_kill() {
    SYSTEM.startGateway();
    SYSTEM.startSimulators(true);
    SYSTEM.beginStory();
    WholeSystem.await(
        "messages are leaving",
        Duration.ofMinutes(3),
        () -> SYSTEM.demonstration().countOf("messages delivered") > 150);
    SYSTEM.liberty().kill();
    SYSTEM.reviveGateway();
    WholeSystem.await(
        "the story is told", Duration.ofMinutes(6), () -> SYSTEM.demonstration().complete());
  }

  @AfterAll
  static void stop() {
    SYSTEM.close();
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
  }

  @Test
  void every_step_has_come_to_an_end_with_a_reason_where_it_failed() {
    assertThat(
            TABLES.count(
                "SELECT count(*) FROM contact.notification WHERE state IN ('PLANNED', 'CLAIMED', 'SENDING', 'ACCEPTED')"))
        .isZero();
    assertThat(
            TABLES.count(
                "SELECT count(*) FROM contact.notification WHERE state = 'FAILED' AND failure_reason IS NULL"))
        .isZero();
  }

  @Test
  void an_unknown_first_message_is_followed_by_its_reminder() {
    assertThat(
            TABLES.count(
                """
                SELECT count(*) FROM contact.notification f
                WHERE f.step = 'first' AND f.state = 'UNKNOWN'
                  AND NOT EXISTS (SELECT 1 FROM contact.notification r
                    WHERE r.invitation_id = f.invitation_id AND r.step = 'reminder-1'
                      AND r.state IN ('DELIVERED', 'FAILED', 'UNKNOWN', 'NOT_NEEDED', 'WITHDRAWN'))
                """))
        .isZero();
  }
}
