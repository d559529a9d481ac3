package dk.borgermaaling.gateway.notification.kombit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.notification.FailureClass;
import dk.borgermaaling.gateway.notification.NotificationEvent;
import dk.borgermaaling.gateway.notification.PostStatus;
import dk.borgermaaling.gateway.notification.ReceiptEnvelope;
import dk.borgermaaling.gateway.notification.ReceiptEnvelope.UnreadableReceipt;
import dk.borgermaaling.gateway.notification.Receipts;
import dk.borgermaaling.gateway.notification.ReferenceData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {
  private static final UUID BESKED = UUID.randomUUID();
  private static final UUID MESSAGE = UUID.randomUUID();
  private static final UUID TRANSMISSION = UUID.randomUUID();

  private final EnvelopeReader reader = new EnvelopeReader();

  @Test
  void a_delivered_receipt_with_empty_fault_details_is_a_success() throws UnreadableReceipt {
    ReceiptEnvelope envelope =
        reader.read(
            Receipts.delivered(
                BESKED,
                "<TransmissionId>"
                    + TRANSMISSION
                    + "</TransmissionId>"
                    + Receipts.messageUuid(MESSAGE)));
    assertThat(envelope.id()).contains(BESKED.toString());
    assertThat(envelope.type()).contains(Receipts.POST_STATUS);
    PostStatus status = envelope.status().orElseThrow();
    assertThat(status.meaning()).contains(NotificationEvent.RECEIPT_DELIVERED);
    assertThat(status.messageUuid()).isEqualTo(MESSAGE);
    assertThat(status.transmissionId()).isEqualTo(TRANSMISSION);
    assertThat(status.at()).isEqualTo(Instant.parse("2026-11-22T21:00:05.154Z"));
  }

  @Test
  void a_fault_code_makes_it_a_failure_whose_text_is_safe() throws UnreadableReceipt {
    PostStatus status =
        reader.read(Receipts.failed(BESKED, Receipts.messageUuid(MESSAGE))).status().orElseThrow();
    assertThat(status.meaning()).contains(NotificationEvent.RECEIPT_FAILED);
    assertThat(status.failure())
        .isEqualTo(
            new Failure(
                FailureClass.CONTENT,
                "memo.invalid: [number]: tag name \"mandatory\" is not allowed"));
  }

  @Test
  void the_identifiers_are_read_in_any_case_and_one_that_is_no_uuid_is_absent()
      throws UnreadableReceipt {
    PostStatus status =
        reader
            .read(
                Receipts.delivered(
                    BESKED,
                    "<MessageUUID>"
                        + MESSAGE.toString().toUpperCase(java.util.Locale.ROOT)
                        + "</MessageUUID><AfsendelseIdentifikator>17</AfsendelseIdentifikator>"
                        + "<CorrelationId>"
                        + TRANSMISSION
                        + "</CorrelationId>"))
            .status()
            .orElseThrow();
    assertThat(status.messageUuid()).isEqualTo(MESSAGE);
    assertThat(status.dispatchId()).isNull();
    assertThat(status.transmissionId()).isEqualTo(TRANSMISSION);
  }

  @ParameterizedTest
  @CsvSource({
    "Modtaget Digital Post, RECEIPT_RECEIVED",
    "Afleveret Digital Post, RECEIPT_DELIVERED",
    "Fejlet, RECEIPT_FAILED"
  })
  void the_status_says_what_it_means(String status, NotificationEvent event)
      throws UnreadableReceipt {
    assertThat(
            reader.read(Receipts.receipt(BESKED, "", status, "")).status().orElseThrow().meaning())
        .contains(event);
  }

  @Test
  void a_status_of_print_means_nothing_here() throws UnreadableReceipt {
    assertThat(
            reader
                .read(Receipts.receipt(BESKED, "", "Modtaget Fjern-print", ""))
                .status()
                .orElseThrow()
                .meaning())
        .isEmpty();
  }

  @Test
  void a_payload_that_is_no_post_status_leaves_the_envelope_readable() throws UnreadableReceipt {
    for (String payload : new String[] {"", "<a/>", "<PKO_PostStatus/>", "not xml"}) {
      ReceiptEnvelope envelope =
          reader.read(Receipts.envelope(BESKED.toString(), Receipts.POST_STATUS, payload));
      assertThat(envelope.id()).contains(BESKED.toString());
      assertThat(envelope.status()).isEmpty();
    }
  }

  @Test
  void an_envelope_without_an_id_says_so() throws UnreadableReceipt {
    assertThat(reader.read(Receipts.envelope("", Receipts.POST_STATUS, "<a/>")).id()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "<a/>",
        "<ModtagBeskedInput/>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><ModtagBeskedInput>&b;"
            + "</ModtagBeskedInput>"
      })
  void what_is_no_envelope_is_unreadable_and_says_nothing_of_its_content(String text) {
    assertThatThrownBy(() -> reader.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableReceipt.class)
        .hasMessageNotContaining("passwd");
  }

  @Test
  void the_real_samples_are_read() throws IOException, UnreadableReceipt {
    Path samples = ReferenceData.require("digital-post/pko-poststatus");
    PostStatus success = sample(samples, "success");
    assertThat(success.meaning()).contains(NotificationEvent.RECEIPT_DELIVERED);
    assertThat(success.messageUuid()).isNotNull();
    assertThat(success.transmissionId()).isNotNull();
    PostStatus error = sample(samples, "error");
    assertThat(error.meaning()).contains(NotificationEvent.RECEIPT_FAILED);
    assertThat(error.errorCode()).isEqualTo("memo.invalid");
  }

  private PostStatus sample(Path folder, String name) throws IOException, UnreadableReceipt {
    ReceiptEnvelope envelope =
        reader.read(Files.readAllBytes(folder.resolve("PostStatusBeskedModtag." + name + ".xml")));
    assertThat(envelope.type()).contains(Receipts.POST_STATUS);
    assertThat(envelope.id()).isPresent();
    return envelope.status().orElseThrow();
  }
}
