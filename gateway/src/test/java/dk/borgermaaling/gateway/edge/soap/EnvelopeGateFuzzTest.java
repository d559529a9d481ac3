package dk.borgermaaling.gateway.edge.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dk.borgermaaling.gateway.fuzz.Mutations;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Whatever comes is refused by a problem, or every other parser sees in it what the gate saw. */
class EnvelopeGateFuzzTest {
  @FuzzTest(maxDuration = "2m")
  void what_the_gate_lets_in_is_one_envelope_to_every_parser(byte[] message) {
    check(message, SoapProfile.OIO_IDWS);
    check(message, SoapProfile.LIBERTY_BASIC);
  }

  @Test
  void what_is_changed_at_random_is_refused_by_a_problem_or_one_envelope() {
    Mutations.run(
        EnvelopeGateFuzzTest.class,
        "what_the_gate_lets_in_is_one_envelope_to_every_parser",
        this::what_the_gate_lets_in_is_one_envelope_to_every_parser);
  }

  private static void check(byte[] message, SoapProfile profile) {
    try {
      EnvelopeGate.check(message, profile);
    } catch (ProblemException e) {
      assertThat(e.problem().type()).isIn(ProblemType.NOT_TRUSTED, ProblemType.MALFORMED);
      return;
    }
    assertThatCode(() -> assertOneEnvelope(parse(message), profile)).doesNotThrowAnyException();
  }

  private static void assertOneEnvelope(Document document, SoapProfile profile) {
    assertThat(document.getDoctype()).isNull();
    Element envelope = document.getDocumentElement();
    assertThat(envelope.getNamespaceURI()).isEqualTo(profile.namespace());
    for (String once : new String[] {"Envelope", "Header", "Body"}) {
      assertThat(document.getElementsByTagNameNS("*", once).getLength()).isEqualTo(1);
    }
    assertThat(document.getElementsByTagNameNS("*", "Assertion").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagNameNS("*", "Security").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagNameNS(profile.namespace(), "Body").item(0).getParentNode())
        .isSameAs(envelope);
  }

  private static Document parse(byte[] message) throws Exception {
    DocumentBuilderFactory factory = factory();
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(message));
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory;
  }
}
