package dk.borgermaaling.gateway.beskedfordeler.kombit;

import dk.borgermaaling.gateway.beskedfordeler.Message;
import dk.borgermaaling.gateway.beskedfordeler.MessageReader;
import dk.borgermaaling.gateway.beskedfordeler.Refused;
import dk.borgermaaling.gateway.caseevent.HandedIn;
import dk.borgermaaling.gateway.caseevent.soap.CaseEventXml;
import dk.borgermaaling.gateway.edge.xml.SafeXml;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * {@code ModtagBeskedInput} (push) with one {@code Haendelsesbesked}, or that alone (pull), in one
 * pass by exact names; what is not used is passed by. A DTD, an entity or an instruction anywhere
 * makes all of it unreadable.
 */
public final class XmlMessages implements MessageReader {
  private final CaseEventXml contract;

  public XmlMessages(CaseEventXml contract) {
    this.contract = contract;
  }

  @Override
  public Message read(byte[] raw) throws UnreadableMessage {
    try {
      XMLStreamReader reader = SafeXml.read(raw);
      MessagePass pass = new MessagePass();
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> pass.start(reader.getName());
          case XMLStreamConstants.END_ELEMENT -> pass.end();
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              pass.text(reader.getText());
          case XMLStreamConstants.DTD,
              XMLStreamConstants.ENTITY_REFERENCE,
              XMLStreamConstants.PROCESSING_INSTRUCTION ->
              throw new UnreadableMessage("a DTD, an entity or an instruction");
          default -> {
            // Comments and the end of the document say nothing.
          }
        }
      }
      return pass.message();
    } catch (XMLStreamException e) {
      throw new UnreadableMessage("not XML that we read");
    }
  }

  @Override
  public List<HandedIn> events(byte[] payload) {
    if (!contract.begins(payload)) {
      throw Refused.OTHER_PAYLOAD.exception();
    }
    return contract.read(payload);
  }
}
