package dk.borgermaaling.gateway.notification.kombit;

import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.notification.DigitalPostMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the body of KombiPostAfsend: a wrapper in no namespace around one MeMo 1.2 message. The
 * order of MeMo's elements is the schema's; the prefix is {@code memo}, which the service has
 * insisted on; times are seconds in UTC with a literal Z. {@code mandatory} and {@code
 * legalNotification} are written although 1.2 no longer asks for them, as others in production do.
 */
final class KombiRequest {
  static final String MEMO = "https://DigitalPost.dk/MeMo-1";
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter xml;

  private KombiRequest() throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
  }

  /** The request, UTF-8. */
  static byte[] write(DigitalPostMessage message) {
    try {
      KombiRequest request = new KombiRequest();
      request.wrapper(message);
      return request.bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a checked message cannot be written", e);
    }
  }

  /** A time as MeMo and the header x-TransaktionsTid want it. */
  static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private void wrapper(DigitalPostMessage message) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("kombi_request");
    xml.writeStartElement("KombiValgKode");
    xml.writeCharacters("Digital Post");
    xml.writeEndElement();
    xml.writeStartElement("memo", "Message", MEMO);
    xml.writeNamespace("memo", MEMO);
    xml.writeAttribute("memoVersion", "1.2");
    header(message);
    body(message);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  private void header(DigitalPostMessage message) throws XMLStreamException {
    start("MessageHeader");
    element("messageType", "DIGITALPOST");
    element("messageUUID", message.messageUuid().toString());
    element("messageID", message.messageId());
    element("label", message.label());
    element("notification", message.notification());
    element("mandatory", "false");
    element("legalNotification", "false");
    element("postType", "MYNDIGHEDSPOST");
    start("Sender");
    element("senderID", message.senderCvr().value());
    element("idType", "CVR");
    element("label", message.senderName());
    xml.writeEndElement();
    recipient(message.recipient());
    xml.writeEndElement();
  }

  private void recipient(Recipient recipient) throws XMLStreamException {
    boolean person = recipient instanceof Recipient.Person;
    start("Recipient");
    element("recipientID", number(recipient));
    element("idType", person ? "CPR" : "CVR");
    xml.writeEndElement();
  }

  /** The bare number that services of KOMBIT know a recipient by. */
  static String number(Recipient recipient) {
    if (recipient instanceof Recipient.Person person) {
      return person.cpr().value();
    }
    return ((Recipient.Company) recipient).cvr().value();
  }

  private void body(DigitalPostMessage message) throws XMLStreamException {
    start("MessageBody");
    element("createdDateTime", time(message.createdAt()));
    start("MainDocument");
    element("label", message.label());
    start("File");
    element("encodingFormat", "text/html");
    element("filename", message.fileName());
    element("language", "da");
    element(
        "content",
        Base64.getEncoder().encodeToString(message.html().getBytes(StandardCharsets.UTF_8)));
    xml.writeEndElement();
    start("Action");
    element("label", message.actionLabel());
    element("actionCode", "SELVBETJENING");
    start("EntryPoint");
    element("url", message.link().toASCIIString());
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void start(String name) throws XMLStreamException {
    xml.writeStartElement("memo", name, MEMO);
  }

  private void element(String name, String text) throws XMLStreamException {
    start(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
