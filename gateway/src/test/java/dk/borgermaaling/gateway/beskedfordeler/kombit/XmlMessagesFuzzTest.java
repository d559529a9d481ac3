package dk.borgermaaling.gateway.beskedfordeler.kombit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dk.borgermaaling.gateway.beskedfordeler.Message;
import dk.borgermaaling.gateway.beskedfordeler.MessageReader.UnreadableMessage;
import dk.borgermaaling.gateway.caseevent.HandedIn;
import dk.borgermaaling.gateway.caseevent.soap.CaseEventXml;
import dk.borgermaaling.gateway.fuzz.Mutations;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.notification.kombit.EnvelopeReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Beskedfordeler brings, changed: nothing but a message or a refusal comes of it. */
class XmlMessagesFuzzTest {
  private static final XmlMessages READER = new XmlMessages(new CaseEventXml());

  @FuzzTest(maxDuration = "2m")
  void an_envelope_has_the_id_that_the_reader_of_receipts_sees_or_is_unreadable(byte[] raw) {
    Message message;
    try {
      message = READER.read(raw);
    } catch (UnreadableMessage e) {
      assertThat(e.getMessage())
          .isIn(
              "not XML that we read",
              "another root element",
              "not one message with one id",
              "a DTD, an entity or an instruction");
      return;
    }
    assertThat(message.payloads().size()).isLessThanOrEqualTo(Math.max(1, message.contents() * 50));
    String text = new String(raw, StandardCharsets.UTF_8);
    if (message.id().isPresent() && text.contains(message.id().get().toString())) {
      idOfTheOtherReader(raw)
          .ifPresent(id -> assertThat(id).isEqualTo(message.id().get().toString()));
    }
  }

  /** Empty where it cannot read the message: it is stricter about the XML declaration. */
  private static Optional<String> idOfTheOtherReader(byte[] raw) {
    try {
      return new EnvelopeReader().read(raw).id();
    } catch (UnreadableMessage e) {
      return Optional.empty();
    }
  }

  @FuzzTest(maxDuration = "2m")
  void a_payload_is_valid_or_malformed_and_never_quoted(byte[] payload) {
    try {
      for (HandedIn one : READER.events(payload)) {
        assertThat(one.municipality()).isNotNull();
        if (one instanceof HandedIn.Illegible illegible) {
          assertThat(illegible.problem().publicDetail()).doesNotContain("6701809995");
        }
      }
    } catch (ProblemException e) {
      assertThat(e.problem().type()).isIn(ProblemType.MALFORMED, ProblemType.NOT_ALLOWED);
      assertThat(e.problem().publicDetail()).doesNotContain("6701809995");
    }
  }

  @Test
  void messages_changed_at_random_are_messages_or_unreadable() {
    Mutations.run(
        XmlMessagesFuzzTest.class,
        "an_envelope_has_the_id_that_the_reader_of_receipts_sees_or_is_unreadable",
        this::an_envelope_has_the_id_that_the_reader_of_receipts_sees_or_is_unreadable);
  }

  @Test
  void payloads_changed_at_random_are_valid_or_malformed() {
    Mutations.run(
        XmlMessagesFuzzTest.class,
        "a_payload_is_valid_or_malformed_and_never_quoted",
        this::a_payload_is_valid_or_malformed_and_never_quoted);
  }
}
