package dk.borgermaaling.gateway.notification.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.console.TroubleBook.Kind;
import dk.borgermaaling.gateway.console.TroubleBook.Trouble;
import dk.borgermaaling.gateway.console.jpa.SqlTroubleBook;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.notification.FailureClass;
import dk.borgermaaling.gateway.notification.SendOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the console tells of messages that stand still, and what it must not tell. */
class TroublesOnPostgresTest extends NotificationsOnPostgres {
  private static final Duration OVERDUE = Duration.ofDays(3);

  @Test
  void an_accepted_first_message_without_a_receipt_is_a_trouble_after_three_days() {
    sent(new SendOutcome.Accepted(null));
    now = REAL.plus(OVERDUE);
    assertThat(troubles()).isEmpty();
    now = now.plusSeconds(1);
    assertThat(troubles()).containsExactly(new Trouble(Kind.NO_RECEIPT, "ACCEPTED", "", "0461", 1));
  }

  @Test
  void an_unknown_first_message_is_waited_for_and_then_overdue() {
    sent(new SendOutcome.Unknown("no answer in time"));
    assertThat(troubles()).containsExactly(new Trouble(Kind.UNKNOWN, "UNKNOWN", "", "0461", 1));
    now = REAL.plus(OVERDUE).plusSeconds(1);
    assertThat(troubles()).containsExactly(new Trouble(Kind.NO_RECEIPT, "UNKNOWN", "", "0461", 1));
  }

  @Test
  void a_first_message_that_is_turned_away_is_a_trouble_while_it_is_tried_again() {
    assertThat(troubles()).isEmpty();
    sent(new SendOutcome.NotSent(new Failure(FailureClass.AGREEMENT, "the service answered 403")));
    assertThat(troubles())
        .containsExactly(
            new Trouble(Kind.WAITING, "AGREEMENT", "the service answered 403", "0461", 1));
  }

  @Test
  void nothing_tells_of_a_reminder_that_failed_stands_still_or_has_a_receipt() {
    execute(
        "UPDATE contact.notification SET failure_kind = 'AGREEMENT', failure_reason = 'x',"
            + " sent_at = '2026-01-01T00:00:00Z' WHERE step <> 'first'");
    for (String state : List.of("PLANNED", "UNKNOWN", "ACCEPTED", "FAILED", "EXPIRED")) {
      execute(
          "UPDATE contact.notification SET message_uuid = gen_random_uuid(),"
              + " transaction_id = gen_random_uuid(), state = '"
              + state
              + "' WHERE step <> 'first'");
      assertThat(troubles()).as(state).isEmpty();
    }
    execute(
        "INSERT INTO intake.receipt (municipality_code, id, raw, received_at, status,"
            + " notification_id, tries) SELECT municipality_code, gen_random_uuid(), '',"
            + " now(), 'PARKED', id, 0 FROM contact.notification WHERE step <> 'first'");
    execute(
        "UPDATE ops.scheduled_tasks SET consecutive_failures = 3 WHERE task_instance = '"
            + transactions.inOne(() -> id(Step.reminder(1)))
            + "'");
    assertThat(troubles()).isEmpty();
  }

  @Test
  void a_task_of_a_first_message_and_a_receipt_set_aside_are_troubles() {
    execute("UPDATE ops.scheduled_tasks SET consecutive_failures = 3");
    execute(
        "INSERT INTO intake.receipt (municipality_code, id, raw, received_at, status,"
            + " notification_id, tries) SELECT municipality_code, gen_random_uuid(), '',"
            + " now(), 'PARKED', id, 0 FROM contact.notification");
    assertThat(troubles())
        .containsExactlyInAnyOrder(
            new Trouble(Kind.TASK, "send-step", "", "", 1),
            new Trouble(Kind.RECEIPT, "PARKED", "", "0461", 1));
  }

  private List<Trouble> troubles() {
    return new SqlTroubleBook(database.gateway(), clock(), OVERDUE).troubles();
  }

  private void execute(String sql) {
    database.owner().useHandle(handle -> handle.execute(sql));
  }
}
