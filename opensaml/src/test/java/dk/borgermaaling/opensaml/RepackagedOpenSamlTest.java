package dk.borgermaaling.opensaml;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.io.StringWriter;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opensaml.core.config.InitializationService;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.config.XMLObjectProviderRegistrySupport;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.credential.BasicCredential;
import org.opensaml.xmlsec.signature.Signature;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;
import org.opensaml.xmlsec.signature.support.Signer;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The joined service files are complete: builders, algorithms, signer and validator are found. */
class RepackagedOpenSamlTest {
  private static BasicCredential credential;

  @BeforeAll
  static void initialise() throws Exception {
    InitializationService.initialize();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    credential = new BasicCredential(pair.getPublic(), pair.getPrivate());
  }

  @Test
  void an_assertion_is_signed_read_again_and_verified() throws Exception {
    Assertion read = read(signed("https://sts.test"));
    assertDoesNotThrow(() -> verify(read));
  }

  @Test
  void an_assertion_that_was_changed_does_not_verify() throws Exception {
    Assertion read = read(signed("https://sts.test").replace("sts.test", "evil.test"));
    assertThrows(SignatureException.class, () -> verify(read));
  }

  private static void verify(Assertion assertion) throws SignatureException {
    Signature signature = assertion.getSignature();
    new SAMLSignatureProfileValidator().validate(signature);
    SignatureValidator.validate(signature, credential);
  }

  private static String signed(String issuedBy) throws Exception {
    Issuer issuer = (Issuer) build(Issuer.DEFAULT_ELEMENT_NAME);
    issuer.setValue(issuedBy);
    Signature signature = (Signature) build(Signature.DEFAULT_ELEMENT_NAME);
    signature.setSigningCredential(credential);
    signature.setSignatureAlgorithm(SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256);
    signature.setCanonicalizationAlgorithm(SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
    Assertion assertion = (Assertion) build(Assertion.DEFAULT_ELEMENT_NAME);
    assertion.setID("_1");
    assertion.setIssueInstant(Instant.EPOCH);
    assertion.setIssuer(issuer);
    assertion.setSignature(signature);
    Element element = XMLObjectSupport.marshall(assertion);
    Signer.signObject(signature);
    StringWriter text = new StringWriter();
    TransformerFactory.newInstance()
        .newTransformer()
        .transform(new DOMSource(element), new StreamResult(text));
    return text.toString();
  }

  private static Assertion read(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element root =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement();
    return (Assertion)
        XMLObjectProviderRegistrySupport.getUnmarshallerFactory()
            .getUnmarshaller(root)
            .unmarshall(root);
  }

  private static XMLObject build(QName name) {
    return XMLObjectSupport.buildXMLObject(name);
  }
}
