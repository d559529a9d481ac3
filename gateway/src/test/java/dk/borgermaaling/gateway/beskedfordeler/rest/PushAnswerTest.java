package dk.borgermaaling.gateway.beskedfordeler.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.access.kombit.SafeXml;
import dk.borgermaaling.gateway.access.kombit.SafeXml.UnsafeXml;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class PushAnswerTest {
  @ParameterizedTest
  @ValueSource(strings = {"20", "40", "41"})
  void an_answer_is_modtagbeskedoutput_with_its_code(String code) throws UnsafeXml {
    String xml =
        switch (code) {
          case "20" -> PushAnswer.TAKEN;
          case "40" -> PushAnswer.NOT_STORED;
          default -> PushAnswer.UNREADABLE;
        };
    Element root = SafeXml.parse(xml.getBytes(StandardCharsets.UTF_8));
    assertThat(root.getLocalName()).isEqualTo("ModtagBeskedOutput");
    assertThat(root.getNamespaceURI()).isEqualTo("urn:oio:sts:1.0.0");
    Element returned = SafeXml.child(root, "StandardRetur").orElseThrow();
    assertThat(returned.getNamespaceURI()).isEqualTo("urn:oio:sagdok:3.0.0");
    assertThat(SafeXml.text(returned, "StatusKode")).contains(code);
    assertThat(SafeXml.child(returned, "FejlbeskedTekst")).isPresent();
  }
}
