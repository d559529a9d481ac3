package dk.borgermaaling.gateway.notification.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.notification.FailureClass;
import dk.borgermaaling.gateway.notification.Next;
import dk.borgermaaling.gateway.notification.NotificationState;
import dk.borgermaaling.gateway.notification.Receipts;
import dk.borgermaaling.gateway.notification.SendOutcome;
import dk.borgermaaling.gateway.notification.TakeReceipt.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceiptsOnPostgresTest extends NotificationsOnPostgres {
  @Test
  void a_delivered_receipt_is_stored_as_it_came_and_ends_the_notification() {
    sent(new SendOutcome.Accepted(null));
    byte[] raw = Receipts.delivered(UUID.randomUUID(), Receipts.messageUuid(message));
    assertThat(take().take(raw)).isEqualTo(Answer.TAKEN);
    assertThat(matchAll()).containsExactly(Next.DONE);
    assertThat(first().state()).isEqualTo(NotificationState.DELIVERED);
    assertThat(first().deliveredAt()).isEqualTo(Instant.parse("2026-11-22T21:00:05.154Z"));
    assertThat(one("SELECT raw FROM intake.receipt WHERE status = 'MATCHED'", byte[].class))
        .isEqualTo(raw);
  }

  @Test
  void a_receipt_that_comes_twice_is_stored_once_and_answered_twice() {
    byte[] raw = Receipts.delivered(UUID.randomUUID(), Receipts.messageUuid(message));
    assertThat(take().take(raw)).isEqualTo(Answer.TAKEN);
    assertThat(take().take(raw)).isEqualTo(Answer.TAKEN);
    assertThat(tasks("match-receipt")).hasSize(1);
    assertThat(statuses()).isEqualTo(Map.of("WAITING", 1L));
  }

  @Test
  void a_receipt_that_comes_before_its_notification_can_be_found_waits_for_it() {
    take().take(Receipts.delivered(UUID.randomUUID(), Receipts.messageUuid(message)));
    assertThat(matchAll()).containsExactly(new Next.Again(REAL.plusSeconds(5)));
    assertThat(matchAll()).containsExactly(new Next.Again(REAL.plusSeconds(10)));
    sent(new SendOutcome.Unknown("no answer in time"));
    assertThat(first().state()).isEqualTo(NotificationState.UNKNOWN);
    assertThat(matchAll()).containsExactly(Next.DONE);
    assertThat(first().state()).isEqualTo(NotificationState.DELIVERED);
  }

  @Test
  void a_receipt_of_another_system_is_left_unmatched_after_three_days() {
    take().take(Receipts.delivered(UUID.randomUUID(), Receipts.messageUuid(UUID.randomUUID())));
    now = REAL.plus(Duration.ofDays(3)).plusMillis(1);
    assertThat(matchAll()).containsExactly(Next.DONE);
    assertThat(statuses()).isEqualTo(Map.of("UNMATCHED", 1L));
  }

  @Test
  void receipts_out_of_order_do_not_lead_back() {
    sent(new SendOutcome.Accepted(null));
    take().take(Receipts.delivered(UUID.randomUUID(), Receipts.messageUuid(message)));
    matchAll();
    take().take(Receipts.received(UUID.randomUUID(), Receipts.messageUuid(message)));
    take().take(Receipts.failed(UUID.randomUUID(), Receipts.messageUuid(message)));
    matchAll();
    assertThat(first().state()).isEqualTo(NotificationState.DELIVERED);
    assertThat(first().failure()).isNull();
    assertThat(statuses()).isEqualTo(Map.of("MATCHED", 3L));
  }

  @Test
  void failed_after_received_fails_with_the_safe_reason() {
    sent(new SendOutcome.Accepted(null));
    take().take(Receipts.received(UUID.randomUUID(), Receipts.messageUuid(message)));
    take().take(Receipts.failed(UUID.randomUUID(), Receipts.messageUuid(message)));
    matchAll();
    assertThat(first().state()).isEqualTo(NotificationState.FAILED);
    assertThat(first().failure())
        .isEqualTo(
            new Failure(
                FailureClass.CONTENT,
                "memo.invalid: [number]: tag name \"mandatory\" is not allowed"));
  }

  @Test
  void a_receipt_without_our_uuid_is_found_by_the_transmission() {
    UUID transmission = UUID.randomUUID();
    sent(new SendOutcome.Accepted(transmission));
    take()
        .take(
            Receipts.delivered(
                UUID.randomUUID(), "<TransmissionId>" + transmission + "</TransmissionId>"));
    matchAll();
    assertThat(first().state()).isEqualTo(NotificationState.DELIVERED);
  }

  @Test
  void a_status_that_nobody_has_described_is_kept_for_a_person() {
    sent(new SendOutcome.Accepted(null));
    take()
        .take(
            Receipts.receipt(
                UUID.randomUUID(), Receipts.messageUuid(message), "Helt ny status", ""));
    matchAll();
    assertThat(first().state()).isEqualTo(NotificationState.ACCEPTED);
    assertThat(statuses()).isEqualTo(Map.of("PARKED", 1L));
  }

  @Test
  void another_kind_of_message_is_kept_and_changes_nothing() {
    take().take(Receipts.envelope(UUID.randomUUID().toString(), UUID.randomUUID() + "", "<a/>"));
    matchAll();
    assertThat(statuses()).isEqualTo(Map.of("PARKED", 1L));
  }

  @Test
  void what_cannot_be_read_is_answered_so_and_stays_with_the_sender() {
    assertThat(take().take("hello".getBytes(StandardCharsets.UTF_8))).isEqualTo(Answer.UNREADABLE);
    assertThat(take().take(Receipts.envelope("", Receipts.POST_STATUS, "<a/>")))
        .isEqualTo(Answer.WITHOUT_ID);
    assertThat(take().take(new byte[0])).isEqualTo(Answer.EMPTY);
    assertThat(statuses()).isEmpty();
    assertThat(tasks("match-receipt")).isEmpty();
  }
}
