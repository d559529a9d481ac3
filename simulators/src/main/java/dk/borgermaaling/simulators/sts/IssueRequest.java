package dk.borgermaaling.simulators.sts;

import dk.borgermaaling.simulators.xml.Xml;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The body of a WS-Trust 1.3 request in KOMBIT's shape. The order of elements is free; a claim's
 * {@code Value} may stand in the claims namespace or in none, as real clients write both.
 *
 * @param context echoed in the answer, empty when absent
 */
record IssueRequest(TokenRequest token, String context) {
  static final String TRUST = "http://docs.oasis-open.org/ws-sx/ws-trust/200512";
  static final String POLICY = "http://schemas.xmlsoap.org/ws/2004/09/policy";
  static final String SAML_2 =
      "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0";
  private static final String CLAIMS = "http://docs.oasis-open.org/wsfed/authorization/200706";
  private static final String DIALECT = CLAIMS + "/authclaims";
  private static final String CVR_CLAIM = "dk:gov:saml:attribute:CvrNumberIdentifier";
  private static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

  static IssueRequest from(SignedRequest signed) throws StsFault {
    Element request = signed.payload();
    if (!Xml.is(request, TRUST, "RequestSecurityToken")) {
      throw malformed("the body must hold a RequestSecurityToken");
    }
    require(request, "TokenType", SAML_2);
    require(request, "RequestType", TRUST + "/Issue");
    require(request, "KeyType", TRUST + "/PublicKey");
    for (String unwelcome : List.of("Entropy", "SecondaryParameters")) {
      if (!Xml.children(request, TRUST, unwelcome).isEmpty()) {
        throw malformed(unwelcome + " is not supported");
      }
    }
    X509Certificate key = useKey(request);
    if (!key.equals(signed.signer())) {
      throw malformed("UseKey must be the certificate that signs the request");
    }
    String cvr = cvr(request);
    return new IssueRequest(
        new TokenRequest(key, appliesTo(request), cvr, onBehalfOf(request)),
        request.getAttribute("Context"));
  }

  private static String appliesTo(Element request) throws StsFault {
    return Xml.child(request, POLICY, "AppliesTo")
        .flatMap(to -> Xml.child(to, SignedRequest.WSA, "EndpointReference"))
        .flatMap(reference -> Xml.child(reference, SignedRequest.WSA, "Address"))
        .map(Xml::text)
        .orElseThrow(() -> malformed("AppliesTo with one address is required"));
  }

  /** The only form that is accepted; the {@code ds:KeyInfo} of stock clients is not. */
  private static X509Certificate useKey(Element request) throws StsFault {
    Element useKey =
        Xml.child(request, TRUST, "UseKey").orElseThrow(() -> malformed("UseKey is required"));
    return certificate(useKey);
  }

  /** Acting for another system, as a proxy: its certificate. An assertion is not supported. */
  private static Optional<String> onBehalfOf(Element request) throws StsFault {
    Optional<Element> other = Xml.child(request, TRUST, "OnBehalfOf");
    return other.isEmpty()
        ? Optional.empty()
        : Optional.of(Thumbprint.of(certificate(other.get())));
  }

  private static X509Certificate certificate(Element parent) throws StsFault {
    String name = parent.getLocalName();
    String encoded =
        Xml.child(parent, WSSE, "BinarySecurityToken")
            .map(Xml::text)
            .orElseThrow(() -> malformed(name + " must hold a BinarySecurityToken"));
    return Certificates.decode(encoded)
        .orElseThrow(() -> malformed(name + " does not hold a certificate"));
  }

  private static String cvr(Element request) throws StsFault {
    List<String> values = new ArrayList<>();
    for (Element claims : Xml.children(request, TRUST, "Claims")) {
      String dialect = claims.getAttribute("Dialect") + claims.getAttributeNS(TRUST, "Dialect");
      if (!dialect.equals(DIALECT)) {
        throw malformed("the dialect of Claims must be " + DIALECT);
      }
      for (Element claim : Xml.children(claims, CLAIMS, "ClaimType")) {
        if (claim.getAttribute("Uri").equals(CVR_CLAIM)) {
          Xml.children(claim, CLAIMS, "Value").forEach(value -> values.add(Xml.text(value)));
          Xml.children(claim, "", "Value").forEach(value -> values.add(Xml.text(value)));
        }
      }
    }
    if (values.size() != 1 || !values.get(0).matches("[0-9]{8}")) {
      throw new StsFault(
          StsFault.Reason.NOT_ONE_CVR_CLAIM,
          "It is expected that the received STR must contain a CVR claim, exactly one");
    }
    return values.get(0);
  }

  private static void require(Element request, String name, String value) throws StsFault {
    if (!Xml.childText(request, TRUST, name).equals(value)) {
      throw malformed(name + " must be " + value);
    }
  }

  private static StsFault malformed(String message) {
    return new StsFault(StsFault.Reason.MALFORMED, message);
  }
}
