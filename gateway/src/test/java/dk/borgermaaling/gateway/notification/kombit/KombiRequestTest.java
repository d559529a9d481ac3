package dk.borgermaaling.gateway.notification.kombit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.notification.DigitalPostMessage;
import dk.borgermaaling.gateway.notification.Messages;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xmlunit.assertj3.ValueAssert;
import org.xmlunit.assertj3.XmlAssert;

class KombiRequestTest {
  private static final Map<String, String> NAMESPACES = Map.of("m", KombiRequest.MEMO);

  @Test
  void the_wrapper_is_in_no_namespace_and_the_message_has_the_prefix_memo() {
    String xml = written(Messages.of(Step.FIRST));
    assertThat(xml).contains("<kombi_request><KombiValgKode>Digital Post</KombiValgKode>");
    assertThat(xml).contains("<memo:Message xmlns:memo=\"" + KombiRequest.MEMO + "\"");
    assertThat(xml).doesNotContain("memoSchVersion").contains("memoVersion=\"1.2\"");
  }

  @Test
  void the_message_carries_what_it_was_given() {
    DigitalPostMessage message = Messages.of(Step.reminder(1));
    String xml = written(message);
    value(xml, "//m:messageUUID").isEqualTo(message.messageUuid().toString());
    value(xml, "//m:messageID").isEqualTo(Messages.INVITATION + "/reminder-1");
    value(xml, "//m:Sender/m:senderID").isEqualTo("20310413");
    value(xml, "//m:Sender/m:label").isEqualTo("Tårnby Kommune");
    value(xml, "//m:Recipient/m:recipientID").isEqualTo(Messages.CPR);
    value(xml, "//m:Recipient/m:idType").isEqualTo("CPR");
    value(xml, "//m:mandatory").isEqualTo("false");
    value(xml, "//m:legalNotification").isEqualTo("false");
    value(xml, "//m:createdDateTime").isEqualTo("2026-11-22T21:00:00Z");
    value(xml, "//m:Action/m:actionCode").isEqualTo("SELVBETJENING");
    value(xml, "//m:EntryPoint/m:url").isEqualTo("https://localhost:9443/s/abc?x=1&y=2");
  }

  @Test
  void the_document_is_utf_8_html() {
    String xml = written(Messages.of(Step.FIRST));
    String content = xml.replaceAll("(?s).*<memo:content>(.*)</memo:content>.*", "$1");
    assertThat(new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8))
        .contains("hvordan du har oplevet mødet med kommunen")
        .contains("https://localhost:9443/s/abc?x=1&amp;y=2");
  }

  private static ValueAssert value(String xml, String path) {
    return XmlAssert.assertThat(xml).withNamespaceContext(NAMESPACES).valueByXPath(path);
  }

  private static String written(DigitalPostMessage message) {
    return new String(KombiRequest.write(message, MemoVersion.V1_2), StandardCharsets.UTF_8);
  }
}
