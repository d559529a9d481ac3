package dk.borgermaaling.schultz.rest;

import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.schultz.xml.FasitXml;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes receipts by {@code fasit-events.xsd}. */
final class ReceiptsXml {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private ReceiptsXml() {}

  static byte[] write(List<EventReceipt> receipts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter writer = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      writer.setDefaultNamespace(FasitXml.NAMESPACE);
      writer.writeStartElement(FasitXml.NAMESPACE, "receipts");
      writer.writeDefaultNamespace(FasitXml.NAMESPACE);
      for (EventReceipt receipt : receipts) {
        write(receipt, writer);
      }
      writer.writeEndElement();
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return out.toByteArray();
  }

  private static void write(EventReceipt receipt, XMLStreamWriter writer)
      throws XMLStreamException {
    writer.writeStartElement(FasitXml.NAMESPACE, "receipt");
    element(writer, "eventId", receipt.eventId().toString());
    if (receipt instanceof EventReceipt.Rejected rejected) {
      element(writer, "result", "REJECTED");
      element(writer, "problemType", rejected.problem().type().uri());
      element(writer, "detail", rejected.problem().publicDetail());
    } else {
      element(writer, "result", receipt instanceof EventReceipt.Stored ? "STORED" : "DUPLICATE");
    }
    writer.writeEndElement();
  }

  private static void element(XMLStreamWriter writer, String name, String text)
      throws XMLStreamException {
    writer.writeStartElement(FasitXml.NAMESPACE, name);
    writer.writeCharacters(text);
    writer.writeEndElement();
  }
}
