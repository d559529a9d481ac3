package dk.borgermaaling.gateway.notification.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.beskedfordeler.jpa.SqlDueslags;
import dk.borgermaaling.gateway.console.TroubleBook.Kind;
import dk.borgermaaling.gateway.console.TroubleBook.Trouble;
import dk.borgermaaling.gateway.console.jpa.SqlTroubleBook;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.notification.FailureClass;
import dk.borgermaaling.gateway.notification.OverdueReceipts.Patience;
import dk.borgermaaling.gateway.notification.SendOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the console tells of messages that stand still, and what it must not tell. */
class TroublesOnPostgresTest extends NotificationsOnPostgres {
  private static final Duration OVERDUE = Duration.ofDays(3);
  private static final Duration LETTER = Duration.ofDays(14);

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
  void a_letter_has_fourteen_days_and_a_printed_one_is_never_overdue() {
    sent(new SendOutcome.Accepted(null));
    execute("UPDATE contact.notification SET channels = 'LETTER', channel = 'LETTER'");
    now = REAL.plus(LETTER);
    assertThat(troubles()).isEmpty();
    now = now.plusSeconds(1);
    assertThat(troubles()).containsExactly(new Trouble(Kind.NO_RECEIPT, "LETTER", "", "0461", 1));
    execute(
        "INSERT INTO intake.receipt (municipality_code, id, raw, received_at, status, kind,"
            + " notification_id, tries) SELECT municipality_code, gen_random_uuid(), '',"
            + " now(), 'MATCHED', 'PRINTED', id, 0 FROM contact.notification WHERE step = 'first'");
    assertThat(troubles()).isEmpty();
  }

  @Test
  void overdue_reminders_are_told_without_municipality_and_only_when_they_are_many() {
    execute(
        "UPDATE contact.notification SET state = 'ACCEPTED', message_uuid = gen_random_uuid(),"
            + " transaction_id = gen_random_uuid(), sent_at = '2026-11-01T00:00:00Z'"
            + " WHERE step <> 'first'");
    assertThat(troubles()).isEmpty();
    for (int n = 2; n <= 9; n++) {
      execute(
          "INSERT INTO contact.notification SELECT (n).* FROM (SELECT jsonb_populate_record(o,"
              + " jsonb_build_object('id', gen_random_uuid(), 'message_uuid', gen_random_uuid(),"
              + " 'step', 'reminder-"
              + n
              + "')) AS n FROM contact.notification o WHERE step = 'reminder-1') copies");
    }
    assertThat(troubles()).isEmpty();
    execute(
        "INSERT INTO contact.notification SELECT (n).* FROM (SELECT jsonb_populate_record(o,"
            + " jsonb_build_object('id', gen_random_uuid(), 'message_uuid', gen_random_uuid(),"
            + " 'step', 'reminder-10')) AS n FROM contact.notification o"
            + " WHERE step = 'reminder-1') copies");
    assertThat(troubles()).containsExactly(new Trouble(Kind.NO_RECEIPT, "REMINDER", "", "", 10));
  }

  @Test
  void what_lacks_a_receipt_is_found_without_reading_what_has_ended() {
    String plan =
        database
            .owner()
            .withHandle(
                handle -> {
                  handle.execute("SET LOCAL enable_seqscan = off");
                  return String.join(
                      " ",
                      handle
                          .createQuery(
                              "EXPLAIN SELECT count(*) FROM contact.notification"
                                  + " WHERE state IN ('ACCEPTED', 'UNKNOWN') AND sent_at < now()")
                          .mapTo(String.class)
                          .list());
                });
    assertThat(plan).contains("notification_without_receipt");
  }

  @Test
  void a_queue_that_no_node_has_been_connected_to_for_five_minutes_is_a_trouble() {
    execute(
        "INSERT INTO ops.dueslag (municipality_code, queue, added_at)"
            + " VALUES ('0461', gen_random_uuid(), '2026-11-22T20:00:00Z')");
    assertThat(troubles()).containsExactly(new Trouble(Kind.QUEUE, "", "", "0461", 1));
    SqlDueslags table = new SqlDueslags(database.gateway());
    table.connected(ODENSE, REAL.minusSeconds(299));
    assertThat(troubles()).isEmpty();
    table.failed(ODENSE, REAL, "no connection to Beskedfordeler: ConnectException");
    now = REAL.plusSeconds(2);
    assertThat(troubles())
        .containsExactly(
            new Trouble(
                Kind.QUEUE,
                "22.11.2026 21:55",
                "no connection to Beskedfordeler: ConnectException",
                "0461",
                1));
  }

  @Test
  void a_receipt_of_ours_that_names_another_system_is_a_trouble_of_its_own() {
    execute(
        "INSERT INTO intake.receipt (municipality_code, id, raw, received_at, status, kind,"
            + " notification_id, tries) SELECT municipality_code, gen_random_uuid(), '',"
            + " now(), 'PARKED', 'DELIVERED', id, 0 FROM contact.notification WHERE step = 'first'");
    assertThat(troubles())
        .containsExactly(new Trouble(Kind.RECEIPT, "CONTRADICTED", "", "0461", 1));
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
    return new SqlTroubleBook(
            database.gateway(),
            new SqlOverdueReceipts(database.gateway(), new Patience(OVERDUE, LETTER)),
            clock())
        .troubles();
  }

  private void execute(String sql) {
    database.owner().useHandle(handle -> handle.execute(sql));
  }
}
