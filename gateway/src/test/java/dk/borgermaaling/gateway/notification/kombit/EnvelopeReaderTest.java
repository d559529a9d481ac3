package dk.borgermaaling.gateway.notification.kombit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.beskedfordeler.MessageReader.UnreadableMessage;
import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.notification.FailureClass;
import dk.borgermaaling.gateway.notification.NotificationEvent;
import dk.borgermaaling.gateway.notification.PostStatus;
import dk.borgermaaling.gateway.notification.ReceiptEnvelope;
import dk.borgermaaling.gateway.notification.ReceiptKind;
import dk.borgermaaling.gateway.notification.Receipts;
import dk.borgermaaling.gateway.notification.ReferenceData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
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
  void a_delivered_receipt_with_empty_fault_details_is_a_success() throws UnreadableMessage {
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
  void a_fault_code_makes_it_a_failure_whose_text_is_safe() throws UnreadableMessage {
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
      throws UnreadableMessage {
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
    "Fejlet, RECEIPT_FAILED",
    "Afsendt, RECEIPT_RECEIVED",
    "Modtaget Fjern-print, RECEIPT_RECEIVED",
    "Klar, RECEIPT_RECEIVED",
    "Afleveret til print og kuvertering, RECEIPT_RECEIVED",
    "Modtaget Post Danmark, RECEIPT_DELIVERED",
    "' TILBAGEKALDT ', RECEIPT_FAILED"
  })
  void the_status_says_what_it_means(String status, NotificationEvent event)
      throws UnreadableMessage {
    assertThat(
            reader.read(Receipts.receipt(BESKED, "", status, "")).status().orElseThrow().meaning())
        .contains(event);
  }

  @Test
  void news_of_the_postal_operator_are_noted_and_undo_nothing() throws UnreadableMessage {
    PostStatus status = print("Opdatering fra Post Danmark", fault("17", "Returpost"));
    assertThat(status.kind()).contains(ReceiptKind.AFTERWARDS);
    assertThat(status.meaning()).isEmpty();
  }

  @Test
  void a_recalled_letter_says_so_whatever_code_stands_beside_it() throws UnreadableMessage {
    PostStatus status = print("Tilbagekaldt", fault("4711", "efter ønske"));
    assertThat(status.kind()).contains(ReceiptKind.RECALLED);
    assertThat(status.failure())
        .isEqualTo(new Failure(FailureClass.STOPPED, Failure.RECALLED_AT_PRINT));
  }

  @Test
  void a_number_is_the_code_of_a_fault_at_the_print_supplier_and_zero_is_none()
      throws UnreadableMessage {
    assertThat(print("Klar", fault("0", "")).meaning())
        .contains(NotificationEvent.RECEIPT_RECEIVED);
    PostStatus status = print("Fejlet", fault("4711", "adressen findes ikke"));
    assertThat(status.meaning()).contains(NotificationEvent.RECEIPT_FAILED);
    assertThat(status.failure())
        .isEqualTo(new Failure(FailureClass.OTHER, "4711: adressen findes ikke"));
  }

  @ParameterizedTest
  @CsvSource({
    "Digital Post, DIGITAL_POST",
    "fysisk post, LETTER",
    "NemSMS, NEMSMS",
    "Telegram,",
  })
  void the_channel_is_that_of_kanal_kode_and_an_unknown_one_is_none(String code, Channel channel)
      throws UnreadableMessage {
    byte[] raw =
        Receipts.envelope(
            BESKED.toString(),
            Receipts.POST_STATUS,
            "<PKO_PostStatus><KanalKode>"
                + code
                + "</KanalKode><TransaktionsDatoTid>2026-11-22T21:00:05Z</TransaktionsDatoTid>"
                + "<TransaktionsStatusKode>Klar</TransaktionsStatusKode></PKO_PostStatus>");
    PostStatus status = reader.read(raw).status().orElseThrow();
    assertThat(status.channel()).isEqualTo(Optional.ofNullable(channel));
    assertThat(status.channelCode()).isEqualTo(code);
  }

  @Test
  void the_systems_that_a_message_names_are_read_in_any_case() throws UnreadableMessage {
    assertThat(
            reader
                .read(
                    Receipts.ofSystem(
                        Receipts.delivered(BESKED, ""), "3A9E1B6C-0000-4000-8000-00000000000F"))
                .systems())
        .containsExactly("3a9e1b6c-0000-4000-8000-00000000000f");
  }

  private PostStatus print(String status, String fault) throws UnreadableMessage {
    return reader.read(Receipts.receipt(BESKED, "", status, fault)).status().orElseThrow();
  }

  private static String fault(String code, String text) {
    return "<FejlDetaljer><FejlKode>"
        + code
        + "</FejlKode><FejlTekst>"
        + text
        + "</FejlTekst></FejlDetaljer>";
  }

  @Test
  void a_payload_that_is_no_post_status_leaves_the_envelope_readable() throws UnreadableMessage {
    for (String payload : new String[] {"", "<a/>", "<PKO_PostStatus/>", "not xml"}) {
      ReceiptEnvelope envelope =
          reader.read(Receipts.envelope(BESKED.toString(), Receipts.POST_STATUS, payload));
      assertThat(envelope.id()).contains(BESKED.toString());
      assertThat(envelope.status()).isEmpty();
    }
  }

  @Test
  void an_envelope_without_an_id_says_so() throws UnreadableMessage {
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
        .isInstanceOf(UnreadableMessage.class)
        .hasMessageNotContaining("passwd");
  }

  @Test
  void the_real_samples_are_read() throws IOException, UnreadableMessage {
    Path samples = ReferenceData.require("digital-post/pko-poststatus");
    PostStatus success = sample(samples, "success");
    assertThat(success.meaning()).contains(NotificationEvent.RECEIPT_DELIVERED);
    assertThat(success.messageUuid()).isNotNull();
    assertThat(success.transmissionId()).isNotNull();
    PostStatus error = sample(samples, "error");
    assertThat(error.meaning()).contains(NotificationEvent.RECEIPT_FAILED);
    assertThat(error.errorCode()).isEqualTo("memo.invalid");
  }

  private PostStatus sample(Path folder, String name) throws IOException, UnreadableMessage {
    ReceiptEnvelope envelope =
        reader.read(Files.readAllBytes(folder.resolve("PostStatusBeskedModtag." + name + ".xml")));
    assertThat(envelope.type()).contains(Receipts.POST_STATUS);
    assertThat(envelope.id()).isPresent();
    return envelope.status().orElseThrow();
  }
}
