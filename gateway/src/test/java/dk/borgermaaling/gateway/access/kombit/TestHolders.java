package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.edge.KeyStoreFile;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.trust.Unusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;

/** Holders of made-up function certificates, with short limits. */
public final class TestHolders {
  static final TokenHolder.HttpLimits LIMITS =
      new TokenHolder.HttpLimits(Duration.ofSeconds(1), Duration.ofSeconds(2), 256 * 1024);

  private TestHolders() {}

  /** Trusts servers whose certificate is its own. */
  public static TokenHolder of(Identity identity) {
    try {
      KeyStore trust = KeyStore.getInstance("PKCS12");
      trust.load(null, null);
      trust.setCertificateEntry("own", identity.certificate());
      return TokenHolder.of(
          FunctionCertificate.of(identity.store("gateway"), new KeyStoreFile(trust, new char[0])),
          LIMITS);
    } catch (GeneralSecurityException | IOException | Unusable e) {
      throw new IllegalStateException(e);
    }
  }

  /** An assertion for this key as the STS would issue it, unsigned, in base64. */
  public static String assertion(String entityId, String cvr, TokenHolder holder, String end) {
    String xml =
        """
        <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"><saml:Subject><saml:SubjectConfirmation>
        <saml:SubjectConfirmationData><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
        <ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></saml:SubjectConfirmationData>
        </saml:SubjectConfirmation></saml:Subject><saml:Conditions NotOnOrAfter="%s"><saml:AudienceRestriction>
        <saml:Audience>%s</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AttributeStatement>
        <saml:Attribute Name="dk:gov:saml:attribute:AssuranceLevel"><saml:AttributeValue>3</saml:AttributeValue></saml:Attribute>
        <saml:Attribute Name="dk:gov:saml:attribute:CvrNumberIdentifier"><saml:AttributeValue>%s</saml:AttributeValue>
        </saml:Attribute></saml:AttributeStatement></saml:Assertion>"""
            .formatted(holder.certificate().oneLine(), end, entityId, cvr);
    return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
  }
}
