package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.access.kombit.SafeXml.UnsafeXml;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.xml.Names;
import java.nio.charset.StandardCharsets;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.w3c.dom.Element;

/** An answer of the STS that can be made wrong in one place before it is signed. */
final class SignedAnswer {
  Identity signer;
  String relatesTo;
  String action = "http://docs.oasis-open.org/ws-sx/ws-trust/200512/RSTRC/IssueFinal";
  String algorithm = Names.RSA_SHA256;
  String digest = Names.SHA256;
  String unsigned = "";
  int responses = 1;

  SignedAnswer(Identity signer, String relatesTo) {
    this.signer = signer;
    this.relatesTo = relatesTo;
  }

  byte[] write() {
    try {
      Element envelope = SafeXml.parse(text().getBytes(StandardCharsets.UTF_8));
      WSSecHeader header = new WSSecHeader(envelope.getOwnerDocument());
      header.insertSecurityHeader();
      WSSecTimestamp timestamp = new WSSecTimestamp(header);
      timestamp.setTimeToLive(300);
      timestamp.build();
      sign(header);
      return XmlBytes.of(envelope);
    } catch (UnsafeXml | WSSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void sign(WSSecHeader header) throws WSSecurityException {
    Merlin crypto = new Merlin();
    crypto.setKeyStore(signer.store("sts").store());
    WSSecSignature signature = new WSSecSignature(header);
    signature.setUserInfo("sts", new String(signer.store("sts").password()));
    signature.setKeyIdentifierType(WSConstants.ISSUER_SERIAL);
    signature.setSignatureAlgorithm(algorithm);
    signature.setDigestAlgo(digest);
    part(signature, "Body", Names.SOAP);
    part(signature, "Timestamp", Names.WSU);
    part(signature, "RelatesTo", Names.WSA);
    part(signature, "Action", Names.WSA);
    signature.build(crypto);
  }

  private void part(WSSecSignature signature, String name, String namespace) {
    if (!name.equals(unsigned)) {
      signature.getParts().add(new WSEncryptionPart(name, namespace, "Element"));
    }
  }

  private String text() {
    String response =
        """
        <wst:RequestSecurityTokenResponse><wst:RequestedSecurityToken>\
        <Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_1"><Subject><SubjectConfirmation>\
        <SubjectConfirmationData xmlns:a="http://www.w3.org/2001/XMLSchema-instance" a:type="KeyInfoConfirmationDataType"/>\
        </SubjectConfirmation></Subject><AttributeStatement><Attribute Name="dk:gov:saml:attribute:CvrNumberIdentifier">\
        <AttributeValue>35209115</AttributeValue></Attribute></AttributeStatement></Assertion>\
        </wst:RequestedSecurityToken></wst:RequestSecurityTokenResponse>""";
    return """
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:wsa="http://www.w3.org/2005/08/addressing"><s:Header>\
        <wsa:Action>%s</wsa:Action><wsa:RelatesTo>%s</wsa:RelatesTo></s:Header>\
        <s:Body><wst:RequestSecurityTokenResponseCollection xmlns:wst="http://docs.oasis-open.org/ws-sx/ws-trust/200512">\
        %s</wst:RequestSecurityTokenResponseCollection></s:Body></s:Envelope>"""
        .formatted(
            action, relatesTo, response.repeat(responses).replaceFirst("ID=\"_1\"", "ID=\"_2\""));
  }
}
