package dk.borgermaaling.simulators.sts;

import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.certificates.KeyFile;
import dk.borgermaaling.simulators.support.TestCertificates;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.W3CDOMStreamWriter;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.ws.security.trust.STSClient;
import org.apache.wss4j.common.crypto.Merlin;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Plain CXF, with the few changes that KOMBIT's STS asks of every CXF client. */
final class KombitStsClient extends STSClient {
  private static final String CLAIMS = "http://docs.oasis-open.org/wsfed/authorization/200706";
  private final X509Certificate certificate;
  private final boolean stockUseKey;

  private KombitStsClient(Bus bus, X509Certificate certificate, boolean stockUseKey) {
    super(bus);
    this.certificate = certificate;
    this.stockUseKey = stockUseKey;
  }

  static KombitStsClient to(Bus bus, int port, KeyFile key, String cvr, boolean stockUseKey)
      throws Exception {
    KombitStsClient client = new KombitStsClient(bus, key.certificate(), stockUseKey);
    String base = "https://localhost:" + port + "/runtime/services/kombittrust/";
    String name = "http://schemas.microsoft.com/ws/2008/06/identity/securitytokenservice";
    client.setWsdlLocation(wsdl(base + "mex?singleWsdl").toUri().toString());
    client.setServiceName("{" + name + "}SecurityTokenService");
    client.setEndpointName("{" + name + "}CertificateWSTrustBinding_IWSTrust13Sync");
    client.setWspNamespace("http://schemas.xmlsoap.org/ws/2004/09/policy");
    client.setSendRenewing(false);
    client.setAllowRenewing(false);
    client.setRequiresEntropy(false);
    client.setSendKeyType(true);
    client.setKeyType("http://docs.oasis-open.org/ws-sx/ws-trust/200512/PublicKey");
    client.setTokenType("http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0");
    client.setClaims(claims(cvr));
    Merlin crypto = new Merlin();
    crypto.setKeyStore(key.store());
    KeyStore sts = KeyFile.trust(TestCertificates.dir().resolve("sts-trust.p12"));
    crypto.setTrustStore(sts);
    String alias = key.store().aliases().nextElement();
    client.setProperties(
        Map.of(
            "security.signature.crypto",
            crypto,
            "security.signature.username",
            alias,
            "security.callback-handler",
            (javax.security.auth.callback.CallbackHandler)
                callbacks ->
                    List.of(callbacks)
                        .forEach(
                            callback ->
                                ((org.apache.wss4j.common.ext.WSPasswordCallback) callback)
                                    .setPassword(new String(key.password()))),
            "security.sts.token.usecert",
            "true",
            "security.sts.token.username",
            alias,
            "security.sts.token.crypto",
            crypto,
            "ws-security.asymmetric.signature.algorithm",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            "ws-security.is-bsp-compliant",
            "false",
            "ws-security.add.inclusive.prefixes",
            "false"));
    HTTPConduit conduit = (HTTPConduit) client.getClient().getConduit();
    TLSClientParameters tls = new TLSClientParameters();
    tls.setSslContext(Gateway.withoutCertificate(TestCertificates.trust()).tls());
    conduit.setTlsClientParameters(tls);
    client.getClient().getOutInterceptors().add(new NoActionInContentType());
    return client;
  }

  /** The contract as the STS hands it out, with its own address in it. */
  private static Path wsdl(String address) throws Exception {
    Path file = Files.createTempFile("sts", ".wsdl");
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    String text = Gateway.withoutCertificate(TestCertificates.trust()).send(request).body();
    return Files.writeString(file, text);
  }

  private static Element claims(String cvr) {
    Document document = DOMUtils.createDocument();
    Element claims =
        document.createElementNS("http://docs.oasis-open.org/ws-sx/ws-trust/200512", "wst:Claims");
    claims.setAttribute("Dialect", CLAIMS + "/authclaims");
    Element type = document.createElementNS(CLAIMS, "auth:ClaimType");
    type.setAttribute("Uri", "dk:gov:saml:attribute:CvrNumberIdentifier");
    Element value = document.createElementNS(CLAIMS, "auth:Value");
    value.setTextContent(cvr);
    type.appendChild(value);
    claims.appendChild(type);
    return claims;
  }

  @Override
  protected void writeElementsForRSTPublicKey(W3CDOMStreamWriter writer, X509Certificate unused)
      throws Exception {
    if (stockUseKey) {
      super.writeElementsForRSTPublicKey(writer, certificate);
      return;
    }
    String wsse =
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    writer.writeStartElement("wst", "UseKey", namespace);
    writer.writeStartElement("wsse", "BinarySecurityToken", wsse);
    writer.writeNamespace("wsse", wsse);
    writer.writeAttribute(
        "EncodingType",
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary");
    writer.writeAttribute(
        "ValueType",
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3");
    writer.writeCharacters(Base64.getEncoder().encodeToString(certificate.getEncoded()));
    writer.writeEndElement();
    writer.writeEndElement();
  }

  @Override
  public void setTemplate(Element template) {
    // KOMBIT's template is in the wrong namespace and would displace TokenType and KeyType.
  }

  @Override
  public void setWspNamespace(String namespace) {
    super.setWspNamespace("http://schemas.xmlsoap.org/ws/2004/09/policy");
  }

  private static final class NoActionInContentType extends AbstractPhaseInterceptor<Message> {
    NoActionInContentType() {
      super(Phase.PREPARE_SEND);
      addAfter("org.apache.cxf.binding.soap.interceptor.SoapPreProtocolOutInterceptor");
    }

    @Override
    public void handleMessage(Message message) {
      message.put(Message.CONTENT_TYPE, "application/soap+xml; charset=utf-8");
    }
  }
}
