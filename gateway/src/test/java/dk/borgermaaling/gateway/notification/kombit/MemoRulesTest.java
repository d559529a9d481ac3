package dk.borgermaaling.gateway.notification.kombit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.access.kombit.SafeXml.UnsafeXml;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.notification.Messages;
import dk.borgermaaling.gateway.notification.OutgoingMessage;
import dk.borgermaaling.gateway.notification.ReferenceData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What we write keeps the rules of both versions, and the rules notice what breaks them. */
class MemoRulesTest {
  private static final String POST = written(Messages.of(Step.FIRST), MemoVersion.V1_2);
  private static final String SMS = written(Messages.textMessage(Step.FIRST), MemoVersion.V1_2);

  private static List<OutgoingMessage> all() {
    return List.of(
        Messages.of(Step.FIRST),
        Messages.of(Step.reminder(1)),
        Messages.textMessage(Step.FIRST),
        Messages.textMessage(Step.reminder(1)));
  }

  @Test
  void every_message_keeps_our_rules_of_1_2() {
    assertThat(all())
        .allSatisfy(
            message -> assertThat(MemoRules.broken(written(message, MemoVersion.V1_2))).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void every_message_is_valid_by_the_official_schema_of_1_1(MemoVersion version)
      throws SAXException, UnsafeXml {
    Path schema = ReferenceData.require("digital-post/memo-1.1-xsd").resolve("MeMo_core.xsd");
    for (OutgoingMessage message : all()) {
      Element written = MemoRules.message(written(message, version));
      if (version == MemoVersion.V1_2) {
        written.setAttribute("memoVersion", "1.1");
        written.setAttribute("memoSchVersion", "1.1.0");
      }
      MemoRules.schema(schema, written);
    }
  }

  @Test
  void a_message_of_1_1_names_its_schema_and_one_of_1_2_does_not() {
    assertThat(written(Messages.of(Step.FIRST), MemoVersion.V1_1))
        .contains("memoVersion=\"1.1\" memoSchVersion=\"1.1.0\"")
        .contains("<memo:mandatory>false</memo:mandatory>")
        .contains("<memo:legalNotification>false</memo:legalNotification>");
    assertThat(POST).contains("memoVersion=\"1.2\"").doesNotContain("memoSchVersion");
  }

  @Test
  void a_text_message_has_a_header_and_no_body() {
    assertThat(SMS)
        .contains("<KombiValgKode>NemSMS</KombiValgKode>")
        .contains("<memo:messageType>NEMSMS</memo:messageType>")
        .doesNotContain("MessageBody")
        .doesNotContain("://localhost");
  }

  @Test
  void the_official_example_of_1_2_keeps_our_rules() throws IOException {
    Path folder = ReferenceData.require("digital-post/memo-samples/memo-1.2");
    String message =
        Files.readString(folder.resolve("MeMo_Minimum_Example.xml"))
            .replaceAll("<\\?xml[^>]*\\?>", "");
    assertThat(MemoRules.broken("<kombi_request>" + message + "</kombi_request>")).isEmpty();
  }

  /** What is found and what it becomes; {@code ~} stands for nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "memoVersion=\"1.2\" | memoVersion=\"1.1\"",
        "memoVersion=\"1.2\" | memoVersion=\"1.2\" memoSchVersion=\"1.1.0\"",
        "<memo:label>Hvordan oplever du kommunens indsats\\?</memo:label><memo:n | <memo:n",
        "<memo:messageType>DIGITALPOST | <memo:messageType>digitalpost",
        "<memo:messageUUID>([^-]+-[^-]+)-4 | <memo:messageUUID>$1-1",
        "<memo:notification>[^<]+ | <memo:notification>~",
        "<memo:notification>Din | <memo:notification>Dinnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
        "<memo:mandatory>false</memo:mandatory> | <memo:mandatory>nej</memo:mandatory>",
        "<memo:mandatory>false</memo:mandatory> | <memo:mandatory>true</memo:mandatory>",
        "(<memo:mandatory>false</memo:mandatory>)(<memo:legalNotification>false</memo:legalNotification>) | $2$1",
        "<memo:senderID>20310413 | <memo:senderID>2031041",
        "<memo:recipientID>6101801234 | <memo:recipientID>610180-1234",
        "<memo:idType>CPR | <memo:idType>MyndighedsID",
        "(<memo:Sender>.*</memo:Sender>)(<memo:Recipient>.*</memo:Recipient>) | $2$1",
        "<memo:createdDateTime>2026-11-22T21:00:00Z | <memo:createdDateTime>2026-11-22T22:00:00+01:00",
        "<memo:filename>invitation.html | <memo:filename>a/b.html",
        "<memo:filename>invitation.html | <memo:filename>invitation\u2003.html",
        "<memo:filename>invitation.html | <memo:filename>invitation.",
        "<memo:language>da | <memo:language>dansk",
        "<memo:content>[^<]+ | <memo:content>~",
        "<memo:content> | <memo:content>!",
        "<memo:url>https: | <memo:url>http:",
        "<memo:url>https://localhost:9443 | <memo:url>",
        "<memo:actionCode>SELVBETJENING | <memo:actionCode>AFTALE",
        "<memo:actionCode>SELVBETJENING | <memo:actionCode>KLIK",
        "<memo:MessageBody>.*</memo:MessageBody> | ~",
        "memo([:=]) | m$1",
        "<memo:MessageHeader>.*</memo:MessageHeader> | ~"
      })
  void a_message_that_is_odd_or_hostile_breaks_a_rule(String found, String becomes) {
    assertBroken(POST, found, becomes.replace("~", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<memo:notification>.*</memo:notification> | ~",
        "<memo:notification>Du | <memo:notification>https://kommune.dk Du",
        "<memo:notification>Du | <memo:notification>www.kommune.dk Du",
        "</memo:MessageHeader> | </memo:MessageHeader><memo:MessageBody/>",
        "<memo:recipientID>6101801234</memo:recipientID><memo:idType>CPR | <memo:recipientID>20310413</memo:recipientID><memo:idType>CVR"
      })
  void a_text_message_that_is_odd_breaks_a_rule(String found, String becomes) {
    assertBroken(SMS, found, becomes.replace("~", ""));
  }

  private static void assertBroken(String good, String found, String becomes) {
    String odd = good.replaceAll("(?s)" + found, becomes);
    assertThat(odd).isNotEqualTo(good);
    assertThat(MemoRules.broken(odd)).isPresent();
  }

  private static String written(OutgoingMessage message, MemoVersion version) {
    return new String(KombiRequest.write(message, version), StandardCharsets.UTF_8);
  }
}
