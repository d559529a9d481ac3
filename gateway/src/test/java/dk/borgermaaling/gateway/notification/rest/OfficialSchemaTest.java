package dk.borgermaaling.gateway.notification.rest;

import dk.borgermaaling.gateway.beskedfordeler.rest.PushAnswer;
import dk.borgermaaling.gateway.notification.Receipts;
import dk.borgermaaling.gateway.notification.ReferenceData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class OfficialSchemaTest {
  @Test
  void the_answers_to_beskedfordeler_are_valid() throws SAXException, IOException {
    Schema schema = schema();
    for (String answer :
        new String[] {PushAnswer.TAKEN, PushAnswer.NOT_STORED, PushAnswer.UNREADABLE}) {
      validate(schema, answer.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void the_envelopes_of_our_tests_are_valid() throws SAXException, IOException {
    validate(
        schema(), Receipts.delivered(UUID.randomUUID(), Receipts.messageUuid(UUID.randomUUID())));
  }

  private static void validate(Schema schema, byte[] xml) throws SAXException, IOException {
    schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
  }

  private static Schema schema() throws SAXException {
    Path schemas = ReferenceData.require("digital-post/bfo-kombit-samples/beskedfordeler/xsd");
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory.newSchema(schemas.resolve("AnvendersystemOperationer.xsd").toFile());
  }
}
