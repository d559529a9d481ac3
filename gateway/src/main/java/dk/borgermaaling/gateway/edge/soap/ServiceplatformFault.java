package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.Incident;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.XMLConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The part of a fault's detail that callers of Serviceplatformen know how to read: an error with a
 * code, and a text that names the security models and what to tell the helpdesk. It says no more
 * than the {@code problem} before it.
 *
 * @param received when the message came, real time
 */
record ServiceplatformFault(Incident incident, Instant received) {
  static final String NAMESPACE = "http://serviceplatformen.dk/xml/schemas/ServiceplatformFault/1/";

  /**
   * KombitToken: a holder-of-key token of KOMBIT's STS; the older context models are not spoken.
   */
  private static final String MODELS = "The following security models are supported: [KombitToken]";

  String code() {
    return incident.problem().type().slug();
  }

  String text() {
    String models = incident.problem().type() == ProblemType.NOT_TRUSTED ? ". " + MODELS : "";
    return """
        %s%s
        For further information contact the operator of Borgermåling and inform:
          CallUUID: %s   Received: %s"""
        .formatted(
            incident.problem().publicDetail(),
            models,
            incident.id(),
            received.truncatedTo(ChronoUnit.MILLIS));
  }

  Element in(Document document) {
    Element fault = document.createElementNS(NAMESPACE, "ServiceplatformFault");
    fault.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns", NAMESPACE);
    Element list = add(fault, "ErrorList");
    Element error = add(list, "Error");
    add(error, "ErrorCode").setTextContent(code());
    add(error, "ErrorText").setTextContent(text());
    return fault;
  }

  private static Element add(Element parent, String name) {
    Element child = parent.getOwnerDocument().createElementNS(NAMESPACE, name);
    parent.appendChild(child);
    return child;
  }
}
