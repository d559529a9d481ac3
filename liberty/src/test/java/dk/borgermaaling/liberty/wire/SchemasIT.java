package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.contract.caseevent.CaseEventService;
import dk.borgermaaling.liberty.reference.Story;
import dk.borgermaaling.simulators.caller.ServicePlatformCaller;
import dk.borgermaaling.simulators.fasit.FasitXml;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.Town;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Every message of the story by the schemas: the official ones where they are, ours always. */
@ExtendWith(ArquillianExtension.class)
class SchemasIT {
  private static final String MEMO = "https://DigitalPost.dk/MeMo-1";
  private static final String CONTRACT = "http://borgermaaling.dk/contract/case-event/1";
  private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
  private static final int BATCH = 25;
  private final Wire wire = Wire.played();

  @Test
  void a_copy_in_version_1_1_of_every_memo_message_is_valid_officially() throws Exception {
    Schema schema = schema(ReferenceData.require("digital-post/memo-1.1-xsd/MeMo_core.xsd"));
    URI memos = wire.system().simulatorsAddress().resolve("/mailbox/api/memos");
    List<String> transmissions = strings(wire.get(memos).body());
    assertThat(transmissions)
        .hasSizeGreaterThanOrEqualTo(wire.system().mailbox().messages().size())
        .hasSizeGreaterThan(500);
    for (String transmission : transmissions) {
      Document kombi = Xml.parse(wire.get(URI.create(memos + "/" + transmission)).body());
      Element message = Xml.child(kombi.getDocumentElement(), MEMO, "Message");
      assertThat(message.getAttribute("memoVersion")).isEqualTo("1.2");
      message.setAttribute("memoVersion", "1.1");
      message.setAttribute("memoSchVersion", "1.1.0");
      validate(schema, new DOMSource(message), transmission);
    }
  }

  @Test
  void every_envelope_of_beskedfordeler_is_valid_officially() throws Exception {
    Schema schema =
        schema(
            ReferenceData.require(
                "digital-post/bfo-kombit-samples/beskedfordeler/xsd/AnvendersystemOperationer.xsd"));
    List<byte[]> envelopes = RawReceipts.of(wire.system());
    assertThat(envelopes).hasSizeGreaterThan(1000);
    for (byte[] envelope : envelopes) {
      validate(schema, source(envelope), "an envelope");
    }
  }

  @Test
  void everything_that_fasit_tells_and_is_told_is_valid_by_our_schema() throws Exception {
    Schema schema = schema(resource("/wsdl/borgermaaling/fasit/1/fasit-events.xsd"));
    for (List<StoryEvent> batch : batches(Town.Source.FASIT)) {
      String message = FasitXml.write("aarhus", batch);
      validate(schema, source(message.getBytes(StandardCharsets.UTF_8)), "a delivery");
      String receipts =
          wire.post(wire.as("fasit"), wire.mutualTls("/fasit/events"), "application/xml", message)
              .body();
      assertThat(receipts).contains("DUPLICATE").doesNotContain("STORED");
      validate(schema, source(receipts.getBytes(StandardCharsets.UTF_8)), "receipts");
    }
  }

  @Test
  void everything_that_the_service_platform_tells_is_valid_by_our_schema() throws Exception {
    Schema schema = schema(resource("/wsdl/borgermaaling/case-event/1/case-event.xsd"));
    List<byte[]> sent = new ArrayList<>();
    try (ServicePlatformCaller caller = new ServicePlatformCaller(wire.caller(), sent::add)) {
      for (List<StoryEvent> batch : batches(Town.Source.SERVICE_PLATFORM)) {
        assertThat(caller.send(batch).stored()).isZero();
      }
    }
    assertThat(sent).hasSizeGreaterThan(5);
    for (byte[] message : sent) {
      validate(schema, body(message, "registerCaseEvents"), "a message");
    }
  }

  @Test
  void the_answer_to_signed_soap_is_valid_by_our_schema() throws Exception {
    Schema schema = schema(resource("/wsdl/borgermaaling/case-event/1/case-event.xsd"));
    FreshEvent fresh = FreshEvent.in(wire.system());
    String answer = wire.soap(SignedMessage.of(wire, fresh.soap("0740", "6.99")).text()).body();
    validate(
        schema,
        body(answer.getBytes(StandardCharsets.UTF_8), "registerCaseEventsResponse"),
        "receipts");
    String fault = wire.soap(SignedMessage.of(wire, fresh.soap("0461", "6.2")).text()).body();
    validate(schema, new DOMSource(Xml.only(Xml.parse(fault), CONTRACT, "problem")), "a problem");
  }

  private static DOMSource body(byte[] message, String operation) {
    Element envelope = Xml.parse(message).getDocumentElement();
    return new DOMSource(Xml.child(Xml.child(envelope, SOAP, "Body"), CONTRACT, operation));
  }

  private static List<List<StoryEvent>> batches(Town.Source source) {
    List<StoryEvent> events = Story.world().story().events(source);
    List<List<StoryEvent>> batches = new ArrayList<>();
    for (int from = 0; from < events.size(); from += BATCH) {
      batches.add(events.subList(from, Math.min(from + BATCH, events.size())));
    }
    return batches;
  }

  private static List<String> strings(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonString::getString);
    }
  }

  private static void validate(Schema schema, Source document, String what) throws IOException {
    try {
      schema.newValidator().validate(document);
    } catch (SAXException e) {
      throw new AssertionError(what + " is not valid: " + e.getMessage(), e);
    }
  }

  private static Source source(byte[] xml) {
    return new StreamSource(new ByteArrayInputStream(xml));
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(CaseEventService.class.getResource(name), name);
  }

  private static Schema schema(Path file) throws SAXException, IOException {
    return schema(file.toUri().toURL());
  }

  private static Schema schema(URL url) throws SAXException {
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file,jar:file");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory.newSchema(url);
  }
}
