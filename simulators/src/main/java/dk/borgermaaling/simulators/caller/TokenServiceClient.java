package dk.borgermaaling.simulators.caller;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.apache.cxf.Bus;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.staxutils.W3CDOMStreamWriter;
import org.apache.cxf.ws.security.trust.STSClient;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Asks KOMBIT's STS for a holder-of-key token on behalf of one municipality. CXF's own client needs
 * three changes for it: the key is told as a BinarySecurityToken, the policy's template is left
 * alone, and AppliesTo stays in the policy namespace of 2004.
 */
final class TokenServiceClient extends STSClient {
  private static final String TRUST = "http://docs.oasis-open.org/ws-sx/ws-trust/200512";
  private static final String POLICY = "http://schemas.xmlsoap.org/ws/2004/09/policy";
  private static final String AUTHORIZATION =
      "http://docs.oasis-open.org/wsfed/authorization/200706";
  private static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
  private static final String MICROSOFT =
      "{http://schemas.microsoft.com/ws/2008/06/identity/securitytokenservice}";

  private final X509Certificate holder;

  /**
   * Asks with the holder's certificate for one municipality.
   *
   * @param cvr the municipality on whose behalf the token is asked for
   */
  TokenServiceClient(Bus bus, X509Certificate holder, String cvr) {
    super(bus);
    this.holder = holder;
    setWsdlLocation("classpath:sts/sts.wsdl");
    setServiceName(MICROSOFT + "SecurityTokenService");
    setEndpointName(MICROSOFT + "CertificateWSTrustBinding_IWSTrust13Sync");
    super.setWspNamespace(POLICY);
    setSendRenewing(false);
    setAllowRenewing(false);
    setRequiresEntropy(false);
    setSendKeyType(true);
    setKeyType(TRUST + "/PublicKey");
    setTokenType("http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0");
    setClaims(municipality(cvr));
  }

  private static Element municipality(String cvr) {
    Document document = DOMUtils.createDocument();
    Element claims = document.createElementNS(TRUST, "wst:Claims");
    claims.setAttribute("Dialect", AUTHORIZATION + "/authclaims");
    Element type = document.createElementNS(AUTHORIZATION, "auth:ClaimType");
    type.setAttribute("Uri", "dk:gov:saml:attribute:CvrNumberIdentifier");
    type.setAttribute("Optional", "false");
    Element value = document.createElementNS(AUTHORIZATION, "auth:Value");
    value.setTextContent(cvr);
    type.appendChild(value);
    claims.appendChild(type);
    return claims;
  }

  /** CXF writes ds:KeyInfo, which KOMBIT's STS does not take. */
  @Override
  protected void writeElementsForRSTPublicKey(W3CDOMStreamWriter xml, X509Certificate unused)
      throws Exception {
    xml.writeStartElement("wst", "UseKey", namespace);
    xml.writeStartElement("wsse", "BinarySecurityToken", WSSE + "wssecurity-secext-1.0.xsd");
    xml.writeNamespace("wsse", WSSE + "wssecurity-secext-1.0.xsd");
    xml.writeAttribute("EncodingType", WSSE + "soap-message-security-1.0#Base64Binary");
    xml.writeAttribute("ValueType", WSSE + "x509-token-profile-1.0#X509v3");
    xml.writeCharacters(base64(holder));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String base64(X509Certificate certificate) throws CertificateEncodingException {
    return Base64.getEncoder().encodeToString(certificate.getEncoded());
  }

  /** With a template CXF leaves out token type, key type and key. */
  @Override
  public void setTemplate(Element template) {}

  /** CXF would take over the namespace of the service's policy. */
  @Override
  public void setWspNamespace(String namespace) {
    super.setWspNamespace(POLICY);
  }
}
