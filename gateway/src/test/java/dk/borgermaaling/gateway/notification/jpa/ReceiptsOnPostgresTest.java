package dk.borgermaaling.gateway.notification.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.beskedfordeler.Taker.Answer;
import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.notification.FailureClass;
import dk.borgermaaling.gateway.notification.Next;
import dk.borgermaaling.gateway.notification.NotificationState;
import dk.borgermaaling.gateway.notification.ReceiptUpkeep;
import dk.borgermaaling.gateway.notification.Receipts;
import dk.borgermaaling.gateway.notification.SendOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  @Test
  void a_letter_is_accepted_while_it_is_printed_and_delivered_when_the_post_has_it() {
    sent(new SendOutcome.Unknown("no answer in time"));
    print("Afsendt", "Modtaget Fjern-print", "Klar", "Afleveret til print og kuvertering");
    assertThat(first().state()).isEqualTo(NotificationState.ACCEPTED);
    print("Modtaget Post Danmark");
    assertThat(first().state()).isEqualTo(NotificationState.DELIVERED);
    print("Opdatering fra Post Danmark", "Tilbagekaldt");
    assertThat(first().state()).isEqualTo(NotificationState.DELIVERED);
    assertThat(statuses()).isEqualTo(Map.of("MATCHED", 7L));
    assertThat(one("SELECT count(*) FROM intake.receipt WHERE kind = 'AFTERWARDS'", Long.class))
        .isEqualTo(1);
  }

  @Test
  void a_recalled_letter_ends() {
    sent(new SendOutcome.Accepted(null));
    print("Klar", "Tilbagekaldt", "Afleveret til print og kuvertering");
    assertThat(first().state()).isEqualTo(NotificationState.FAILED);
    assertThat(first().failure())
        .isEqualTo(new Failure(FailureClass.STOPPED, Failure.RECALLED_AT_PRINT));
  }

  /** As the print supplier writes it: no MessageUUID, and our UUID in capitals. */
  private void print(String... statuses) {
    for (String status : statuses) {
      String ours = message.toString().toUpperCase(Locale.ROOT);
      take()
          .take(
              Receipts.receipt(
                  UUID.randomUUID(),
                  "<AfsendelseIdentifikator>" + ours + "</AfsendelseIdentifikator>",
                  status,
                  "<FejlDetaljer/>"));
      matchAll();
    }
  }

  @Test
  void what_another_system_sent_is_set_aside_counted_and_deleted_after_days() {
    ownSystems = Set.of("AB59C30E-0000-4000-8000-000000000001");
    byte[] raw = Receipts.delivered(UUID.randomUUID(), Receipts.messageUuid(UUID.randomUUID()));
    take().take(Receipts.ofSystem(raw, "ab59c30e-0000-4000-8000-000000000002"));
    assertThat(matchAll()).containsExactly(Next.DONE);
    assertThat(statuses()).isEqualTo(Map.of("FOREIGN", 1L));
    now = REAL.plus(Duration.ofDays(5));
    upkeep();
    assertThat(statuses()).isEqualTo(Map.of("FOREIGN", 1L));
    now = now.plusSeconds(1);
    upkeep();
    upkeep();
    assertThat(statuses()).isEmpty();
    assertThat(
            one(
                "SELECT n FROM intake.receipt_count"
                    + " WHERE status = 'FOREIGN' AND day = '2026-11-22'",
                Long.class))
        .isEqualTo(1);
  }

  @Test
  void a_receipt_of_ours_that_names_another_system_is_kept_and_used_when_the_setting_is_mended() {
    sent(new SendOutcome.Accepted(null));
    ownSystems = Set.of("ab59c30e-0000-4000-8000-000000000001");
    byte[] raw = Receipts.delivered(UUID.randomUUID(), Receipts.messageUuid(message));
    take().take(Receipts.ofSystem(raw, "ab59c30e-0000-4000-8000-000000000002"));
    matchAll();
    assertThat(first().state()).isEqualTo(NotificationState.ACCEPTED);
    assertThat(statuses()).isEqualTo(Map.of("PARKED", 1L));
    ownSystems = Set.of("ab59c30e-0000-4000-8000-000000000002");
    upkeep();
    matchAll();
    assertThat(first().state()).isEqualTo(NotificationState.DELIVERED);
    assertThat(statuses()).isEqualTo(Map.of("MATCHED", 1L));
  }

  @Test
  void our_own_system_and_a_message_that_names_none_are_not_foreign() {
    sent(new SendOutcome.Accepted(null));
    ownSystems = Set.of("ab59c30e-0000-4000-8000-000000000001");
    take().take(Receipts.received(UUID.randomUUID(), Receipts.messageUuid(message)));
    byte[] raw = Receipts.delivered(UUID.randomUUID(), Receipts.messageUuid(message));
    take().take(Receipts.ofSystem(raw, "AB59C30E-0000-4000-8000-000000000001"));
    matchAll();
    assertThat(statuses()).isEqualTo(Map.of("MATCHED", 2L));
  }

  @Test
  void the_message_of_a_matched_receipt_goes_after_months_and_the_rest_of_it_stays() {
    sent(new SendOutcome.Accepted(null));
    take().take(Receipts.delivered(UUID.randomUUID(), Receipts.messageUuid(message)));
    matchAll();
    now = REAL.plus(Duration.ofDays(90)).plusSeconds(1);
    upkeep();
    assertThat(
            one(
                "SELECT count(*) FROM intake.receipt"
                    + " WHERE raw IS NULL AND kind = 'DELIVERED' AND notification_id IS NOT NULL",
                Long.class))
        .isEqualTo(1);
  }

  @Test
  void a_receipt_that_waits_is_never_deleted() {
    take().take(Receipts.delivered(UUID.randomUUID(), Receipts.messageUuid(message)));
    now = REAL.plus(Duration.ofDays(1000));
    upkeep();
    assertThat(statuses()).isEqualTo(Map.of("WAITING", 1L));
  }

  private void upkeep() {
    new ReceiptUpkeep(
            transactions,
            store,
            queue()::enqueueReceipt,
            Duration.ofDays(5),
            Duration.ofDays(90),
            clock())
        .run();
  }
}
