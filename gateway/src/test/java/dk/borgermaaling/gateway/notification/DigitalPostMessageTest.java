package dk.borgermaaling.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.invitation.Step;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitalPostMessageTest {
  private final DigitalPostMessage good = Messages.of(Step.FIRST);

  @Test
  void invitation_and_reminder_may_be_sent() {
    assertThat(good.defect()).isEmpty();
    assertThat(Messages.of(Step.reminder(1)).defect()).isEmpty();
  }

  @Test
  void neither_subject_nor_file_name_nor_advice_reveals_group_or_benefit() {
    for (Step step : List.of(Step.FIRST, Step.reminder(1))) {
      DigitalPostMessage message = Messages.of(step);
      String outside =
          (message.label() + message.fileName() + message.notification() + message.actionLabel())
              .toLowerCase(Locale.ROOT);
      assertThat(outside)
          .doesNotContain(
              "dagpenge",
              "jobparat",
              "aktivitetsparat",
              "jobafklaring",
              "ledig",
              "syge",
              "job",
              "ydelse",
              "kontanthjælp",
              Messages.CPR);
    }
  }

  @Test
  void the_document_names_controller_purpose_choice_and_contact() {
    assertThat(good.html())
        .contains(
            "Tårnby Kommune er dataansvarlig",
            "Formålet er",
            "frivilligt",
            "ingen betydning for din sag",
            "Vil du ikke være med",
            "Ring til &lt;kommunen&gt; &amp; spørg.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/s/x",
        "/s/x",
        "mailto:a@localhost",
        "https:///s/x",
      })
  void only_an_absolute_https_link_may_be_sent(String link) {
    assertThat(with(good.fileName(), URI.create(link), good.notification()).defect()).isPresent();
  }

  @Test
  void a_link_of_more_than_256_characters_may_not_be_sent() {
    URI link = URI.create("https://localhost/s/" + "x".repeat(240));
    assertThat(with(good.fileName(), link, good.notification()).defect()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a:b.html", "a/b.html", "a?.html", "a\u00a0b.html", "a\u2003b.html", "a."})
  void a_file_name_that_digital_post_refuses_may_not_be_sent(String name) {
    assertThat(with(name, good.link(), good.notification()).defect()).isPresent();
  }

  @Test
  void an_advice_of_more_than_150_characters_may_not_be_sent() {
    assertThat(with(good.fileName(), good.link(), "x".repeat(150)).defect()).isEmpty();
    assertThat(with(good.fileName(), good.link(), "x".repeat(151)).defect()).isPresent();
  }

  @Test
  void a_character_that_xml_cannot_carry_may_not_be_sent() {
    assertThat(with(good.fileName(), good.link(), "bell \u0007").defect()).isPresent();
  }

  @Test
  void the_message_does_not_show_its_recipient_or_link_in_a_log() {
    assertThat(good.toString()).doesNotContain(Messages.CPR, "610180", "/s/");
  }

  private DigitalPostMessage with(String fileName, URI link, String notification) {
    return new DigitalPostMessage(
        UUID.randomUUID(),
        UUID.randomUUID(),
        good.messageId(),
        good.senderCvr(),
        good.senderName(),
        good.recipient(),
        good.label(),
        notification,
        good.html(),
        fileName,
        good.actionLabel(),
        link,
        good.createdAt());
  }
}
