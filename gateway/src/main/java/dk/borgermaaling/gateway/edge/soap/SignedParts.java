package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.xml.Dom;
import dk.borgermaaling.gateway.edge.xml.Names;
import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/**
 * The parts that the message's signature must cover (OIO IDWS SOAP 1.1, section 2; KOMBIT's
 * policy): body, timestamp, the assertion, every WS-Addressing header and, when it is there, the
 * Liberty Framework header. Compared by identity: a look-alike elsewhere does not count.
 */
record SignedParts(Element envelope, Element security) {
  static SignedParts of(Element envelope) {
    Element header = Dom.only(envelope, envelope.getNamespaceURI(), "Header");
    return new SignedParts(envelope, Dom.only(header, Names.WSSE, "Security"));
  }

  Element header() {
    return Dom.only(envelope, envelope.getNamespaceURI(), "Header");
  }

  Element body() {
    return Dom.only(envelope, envelope.getNamespaceURI(), "Body");
  }

  Element assertion() {
    return Dom.only(security, Names.SAML, "Assertion");
  }

  Element timestamp() {
    return Dom.only(security, Names.WSU, "Timestamp");
  }

  Element signature() {
    return Dom.only(security, Names.DS, "Signature");
  }

  /** Text of the addressing header that must be there once. */
  String addressing(String name) {
    return Dom.text(Dom.only(header(), Names.WSA, name));
  }

  /** Refuses unless each required part is one of the elements that the signature protects. */
  void requireCovered(List<Element> signed) {
    for (Element part : required()) {
      if (signed.stream().noneMatch(element -> element.isSameNode(part))) {
        throw Refusal.notTrusted("not signed: " + part.getLocalName());
      }
    }
  }

  private List<Element> required() {
    List<Element> parts = new ArrayList<>(List.of(body(), timestamp(), assertion()));
    for (Element block : Dom.children(header())) {
      String namespace = String.valueOf(block.getNamespaceURI());
      if (namespace.equals(Names.WSA)
          || FrameworkHeader.NAMES.contains(new QName(namespace, block.getLocalName()))) {
        parts.add(block);
      }
    }
    return parts;
  }
}
