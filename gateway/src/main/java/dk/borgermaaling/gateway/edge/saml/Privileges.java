package dk.borgermaaling.gateway.edge.saml;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.xml.SafeXml;
import dk.borgermaaling.gateway.kernel.Cvr;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads {@code Privileges_intermediate} (OIO Basic Privilege Profile 1.0): a list of groups, each
 * with a scope, privileges and perhaps constraints. No constraint is known here, so a group that
 * has one grants nothing.
 */
public final class Privileges {
  private static final String CVR_SCOPE = "urn:dk:gov:saml:cvrNumberIdentifier:";

  private Privileges() {}

  /** The roles that the list grants for the authority. */
  public static Set<String> granted(String base64, Cvr cvr) {
    try {
      return read(Base64.getMimeDecoder().decode(base64), CVR_SCOPE + cvr.value());
    } catch (IllegalArgumentException | XMLStreamException e) {
      throw Refusal.notTrusted("a list of privileges that cannot be read");
    }
  }

  private static Set<String> read(byte[] xml, String wantedScope) throws XMLStreamException {
    Set<String> granted = new HashSet<>();
    XMLStreamReader reader = SafeXml.read(xml);
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new XMLStreamException("a DTD or an entity");
      }
      if (event == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("PrivilegeGroup")) {
        boolean inScope = wantedScope.equals(reader.getAttributeValue("", "Scope"));
        Set<String> group = group(reader);
        if (inScope) {
          granted.addAll(group);
        }
      }
    }
    return granted;
  }

  private static Set<String> group(XMLStreamReader reader) throws XMLStreamException {
    Set<String> roles = new HashSet<>();
    boolean constrained = false;
    while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
      if (reader.getLocalName().equals("Privilege")) {
        roles.add(reader.getElementText().strip());
      } else {
        constrained = true;
        reader.getElementText();
      }
    }
    return constrained ? Set.of() : roles;
  }
}
