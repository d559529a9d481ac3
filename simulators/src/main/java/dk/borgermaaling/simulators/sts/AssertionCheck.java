package dk.borgermaaling.simulators.sts;

import dk.borgermaaling.simulators.xml.Xml;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.xml.security.Init;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.Reference;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Reads an assertion of our own STS. Everything is taken from the element that the signature
 * covers, which is the whole document.
 */
public final class AssertionCheck {
  private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
  private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";

  static {
    Init.init();
  }

  private final X509Certificate sts;

  public AssertionCheck(X509Certificate sts) {
    this.sts = sts;
  }

  /**
   * What a verified assertion says.
   *
   * @param holder the certificate whose key the bearer must prove to hold
   */
  public record Facts(
      X509Certificate holder, String audience, String cvr, Instant notBefore, Instant end) {}

  /** Verifies; the message of the exception says what is wrong with it. */
  public Facts read(byte[] xml) throws InvalidAssertion {
    try {
      Element assertion = Xml.parse(xml).getDocumentElement();
      if (!Xml.is(assertion, SAML, "Assertion")) {
        throw new InvalidAssertion("The SAML token is not an assertion");
      }
      verify(assertion);
      Element conditions = only(assertion, SAML, "Conditions");
      return new Facts(
          holder(assertion),
          Xml.text(only(only(conditions, SAML, "AudienceRestriction"), SAML, "Audience")),
          attribute(assertion, "dk:gov:saml:attribute:CvrNumberIdentifier"),
          Instant.parse(conditions.getAttribute("NotBefore")),
          Instant.parse(conditions.getAttribute("NotOnOrAfter")));
    } catch (SAXException | DateTimeParseException e) {
      throw new InvalidAssertion("The SAML token is malformed");
    }
  }

  private void verify(Element assertion) throws InvalidAssertion {
    assertion.setIdAttributeNS(null, "ID", true);
    Element element = only(assertion, DSIG, "Signature");
    try {
      XMLSignature signature = new XMLSignature(element, "", true);
      boolean whole =
          signature.getSignedInfo().getLength() == 1
              && coversRoot(signature.getSignedInfo().item(0), assertion.getAttribute("ID"));
      if (whole
          && signature
              .getSignedInfo()
              .getSignatureMethodURI()
              .equals(XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256)
          && signature.checkSignatureValue(sts.getPublicKey())) {
        return;
      }
    } catch (XMLSecurityException e) {
      throw new InvalidAssertion("The signature of the SAML token is invalid");
    }
    throw new InvalidAssertion("The signature of the SAML token is invalid");
  }

  private static boolean coversRoot(Reference reference, String id) throws XMLSecurityException {
    Transforms transforms = reference.getTransforms();
    return !id.isEmpty()
        && reference.getURI().equals("#" + id)
        && transforms.getLength() == 2
        && transforms.item(0).getURI().equals(Transforms.TRANSFORM_ENVELOPED_SIGNATURE)
        && transforms.item(1).getURI().equals(Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
  }

  private static X509Certificate holder(Element assertion) throws InvalidAssertion {
    Element confirmation = only(only(assertion, SAML, "Subject"), SAML, "SubjectConfirmation");
    if (!confirmation
        .getAttribute("Method")
        .equals("urn:oasis:names:tc:SAML:2.0:cm:holder-of-key")) {
      throw new InvalidAssertion("The SAML token is not holder-of-key");
    }
    Element info = only(only(confirmation, SAML, "SubjectConfirmationData"), DSIG, "KeyInfo");
    Element certificate = only(only(info, DSIG, "X509Data"), DSIG, "X509Certificate");
    return Certificates.decode(Xml.text(certificate))
        .orElseThrow(() -> new InvalidAssertion("The SAML token has no holder certificate"));
  }

  private static String attribute(Element assertion, String name) throws InvalidAssertion {
    Element statement = only(assertion, SAML, "AttributeStatement");
    for (Element attribute : Xml.children(statement, SAML, "Attribute")) {
      if (attribute.getAttribute("Name").equals(name)) {
        return Xml.text(only(attribute, SAML, "AttributeValue"));
      }
    }
    throw new InvalidAssertion("The SAML token lacks " + name);
  }

  private static Element only(Element parent, String namespace, String name)
      throws InvalidAssertion {
    return Xml.child(parent, namespace, name)
        .orElseThrow(() -> new InvalidAssertion("The SAML token lacks one " + name));
  }

  /** The assertion is refused; the message is safe to send. */
  public static final class InvalidAssertion extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidAssertion(String message) {
      super(message);
    }
  }

  /** UTF-8 text, for callers that hold text. */
  Facts read(String xml) throws InvalidAssertion {
    return read(xml.getBytes(StandardCharsets.UTF_8));
  }
}
