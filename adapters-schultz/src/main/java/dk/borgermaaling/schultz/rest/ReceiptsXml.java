package dk.borgermaaling.schultz.rest;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.schultz.FasitReceipt;
import dk.borgermaaling.schultz.xml.FasitXml;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes receipts by {@code fasit-events.xsd}. */
final class ReceiptsXml {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private ReceiptsXml() {}

  static byte[] write(List<FasitReceipt> receipts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter writer = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      writer.setDefaultNamespace(FasitXml.NAMESPACE);
      writer.writeStartElement(FasitXml.NAMESPACE, "receipts");
      writer.writeDefaultNamespace(FasitXml.NAMESPACE);
      for (FasitReceipt receipt : receipts) {
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

  private static void write(FasitReceipt receipt, XMLStreamWriter writer)
      throws XMLStreamException {
    writer.writeStartElement(FasitXml.NAMESPACE, "receipt");
    UUID eventId = receipt.eventId();
    if (eventId != null) {
      element(writer, "eventId", eventId.toString());
    }
    element(writer, "result", receipt.result().name());
    Problem problem = receipt.problem();
    if (problem != null) {
      element(writer, "problemType", problem.type().uri());
      element(writer, "detail", problem.publicDetail());
      if (problem instanceof Problem.Malformed malformed) {
        element(writer, "field", malformed.field());
      }
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
