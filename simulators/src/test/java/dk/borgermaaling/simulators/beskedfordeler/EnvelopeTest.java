package dk.borgermaaling.simulators.beskedfordeler;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.support.ReferenceData;
import dk.borgermaaling.simulators.support.TestCertificates;
import dk.borgermaaling.simulators.support.TestSettings;
import dk.borgermaaling.simulators.xml.Xml;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class EnvelopeTest {
  private final Envelope envelope =
      new Envelope(TestCertificates.key("beskedfordeler").certificate());

  @Test
  void a_receipt_is_valid_against_the_official_schema() throws Exception {
    schema().newValidator().validate(new StreamSource(new StringReader(write())));
  }

  @Test
  void a_receipt_has_the_elements_of_the_official_sample_in_their_order() throws Exception {
    Path sample =
        ReferenceData.require("digital-post/pko-poststatus/PostStatusBeskedModtag.success.xml");
    assertThat(names(write().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(names(Files.readAllBytes(sample)));
  }

  @Test
  void a_success_has_an_empty_element_for_error_details_and_a_failure_a_full_one() {
    Receipt delivered = BeskedfordelerTest.receipt(1);
    assertThat(Envelope.payload(delivered))
        .contains("<FejlDetaljer/>")
        .contains("<TransaktionsDatoTid>2026-11-23T07:55:00.000Z</TransaktionsDatoTid>")
        .contains("<CorrelationId>" + delivered.transmissionId());
    Receipt failed =
        new Receipt(
            delivered.beskedId(),
            delivered.transmissionId(),
            "",
            "",
            delivered.cvr(),
            delivered.channel(),
            PostStatus.FAILED,
            delivered.at(),
            delivered.due(),
            "memo.invalid",
            "tag name <x>",
            1);
    assertThat(Envelope.payload(failed))
        .contains("<FejlKode>memo.invalid</FejlKode><FejlTekst>tag name &lt;x&gt;</FejlTekst>")
        .doesNotContain("MessageUUID");
  }

  private String write() {
    return envelope.write(BeskedfordelerTest.receipt(1), 1, TestSettings.MONDAY);
  }

  private static Schema schema() throws Exception {
    Path folder = ReferenceData.require("digital-post/bfo-kombit-samples/beskedfordeler/xsd");
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "file");
    return factory.newSchema(folder.resolve("AnvendersystemOperationer.xsd").toFile());
  }

  /** Namespace and name of every element, in document order. */
  private static List<String> names(byte[] xml) throws Exception {
    List<String> names = new ArrayList<>();
    collect(Xml.parse(xml).getDocumentElement(), names);
    return names;
  }

  private static void collect(Element element, List<String> names) {
    names.add(element.getNodeName() + " in " + element.getNamespaceURI());
    Xml.children(element).forEach(child -> collect(child, names));
  }
}
