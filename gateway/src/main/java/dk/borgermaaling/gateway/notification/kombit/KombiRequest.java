package dk.borgermaaling.gateway.notification.kombit;

import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.notification.DigitalPostMessage;
import dk.borgermaaling.gateway.notification.LetterMessage;
import dk.borgermaaling.gateway.notification.NemSmsMessage;
import dk.borgermaaling.gateway.notification.OutgoingMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the body of KombiPostAfsend: a wrapper in no namespace around one MeMo message. The order
 * of MeMo's elements is the schema's; the prefix is {@code memo}, which the service has insisted
 * on; times are seconds in UTC with a literal Z. {@code mandatory} and {@code legalNotification}
 * are written although 1.2 no longer asks for them, as others in production do.
 */
final class KombiRequest {
  static final String MEMO = "https://DigitalPost.dk/MeMo-1";
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter xml;
  private final MemoVersion version;

  private KombiRequest(MemoVersion version) throws XMLStreamException {
    this.version = version;
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
  }

  /** The request, UTF-8. */
  static byte[] write(OutgoingMessage message, MemoVersion version) {
    if (message instanceof LetterMessage letter) {
      return LetterRequest.write(letter);
    }
    try {
      KombiRequest request = new KombiRequest(version);
      if (message instanceof DigitalPostMessage letter) {
        request.wrapper("Digital Post", () -> request.digitalPost(letter));
      } else {
        request.wrapper("NemSMS", () -> request.nemSms((NemSmsMessage) message));
      }
      return request.bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a checked message cannot be written", e);
    }
  }

  /** A time as MeMo and the header x-TransaktionsTid want it. */
  static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private interface Part {
    void write() throws XMLStreamException;
  }

  private void wrapper(String channel, Part content) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("kombi_request");
    xml.writeStartElement("KombiValgKode");
    xml.writeCharacters(channel);
    xml.writeEndElement();
    xml.writeStartElement("memo", "Message", MEMO);
    xml.writeNamespace("memo", MEMO);
    xml.writeAttribute("memoVersion", version.text());
    if (version == MemoVersion.V1_1) {
      xml.writeAttribute("memoSchVersion", "1.1.0");
    }
    content.write();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  private void digitalPost(DigitalPostMessage message) throws XMLStreamException {
    start("MessageHeader");
    element("messageType", "DIGITALPOST");
    identifiers(message, message.messageId());
    words(message.label(), message.notification());
    element("postType", "MYNDIGHEDSPOST");
    sender(message, message.senderName());
    recipient(message.recipient());
    xml.writeEndElement();
    body(message);
  }

  /** A text message has a header and no body. */
  private void nemSms(NemSmsMessage message) throws XMLStreamException {
    start("MessageHeader");
    element("messageType", "NEMSMS");
    identifiers(message, message.messageId());
    words(message.label(), message.notification());
    sender(message, message.senderName());
    recipient(message.recipient());
    xml.writeEndElement();
  }

  private void identifiers(OutgoingMessage message, String ours) throws XMLStreamException {
    element("messageUUID", message.messageUuid().toString());
    element("messageID", ours);
  }

  private void words(String label, String notification) throws XMLStreamException {
    element("label", label);
    element("notification", notification);
    element("mandatory", "false");
    element("legalNotification", "false");
  }

  private void sender(OutgoingMessage message, String name) throws XMLStreamException {
    start("Sender");
    element("senderID", message.senderCvr().value());
    element("idType", "CVR");
    element("label", name);
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
