package dk.borgermaaling.simulators.fasit;

import dk.borgermaaling.simulators.casesystems.Receipts;
import dk.borgermaaling.simulators.world.StoryEvent;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the gateway's receipts and insists on one for each event, in their order. */
final class FasitReceipts {
  private static final XMLInputFactory READERS = XMLInputFactory.newFactory();

  static {
    READERS.setProperty(XMLInputFactory.SUPPORT_DTD, false);
  }

  private FasitReceipts() {}

  static Receipts read(String answer, List<StoryEvent> sent) throws IOException {
    List<String> ids = new ArrayList<>();
    Receipts receipts = Receipts.NONE;
    try {
      XMLStreamReader xml = READERS.createXMLStreamReader(new StringReader(answer));
      xml.nextTag();
      xml.require(XMLStreamConstants.START_ELEMENT, FasitXml.NAMESPACE, "receipts");
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "eventId" -> ids.add(xml.getElementText());
            case "result" -> receipts = receipts.plus(one(xml.getElementText()));
            default -> {}
          }
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException("the answer is not a list of receipts", e);
    }
    List<String> expected = sent.stream().map(e -> e.eventId().toString()).toList();
    if (!ids.equals(expected) || receipts.all() != expected.size()) {
      throw new IOException("the receipts are not those of the events");
    }
    return receipts;
  }

  private static Receipts one(String result) throws IOException {
    return switch (result) {
      case "STORED" -> new Receipts(1, 0, 0);
      case "DUPLICATE" -> new Receipts(0, 1, 0);
      case "REJECTED" -> new Receipts(0, 0, 1);
      default -> throw new IOException("an unknown result in a receipt");
    };
  }
}
