package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.KeyStoreFile;
import dk.borgermaaling.gateway.edge.xml.Names;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.interceptor.Interceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.rt.security.SecurityConstants;
import org.apache.cxf.ws.security.tokenstore.MemoryTokenStore;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;

/**
 * Verifies with CXF's policy engine and WSS4J, then with {@link ProfileInterceptor} what those let
 * through. Signs answers with the gateway's key. WSS4J's replay caches are off: they are filled
 * before a signature is verified and forget at a restart; {@code edge.replay} does it.
 */
public final class PolicyVerifier implements MessageVerifier {
  private final KeyStoreFile signer;
  private final List<X509Certificate> tokenServices;
  private final SoapSettings settings;
  private final ProfileInterceptor profile;

  /**
   * @param signer the gateway's certificate and key, for answers
   * @param tokenServices certificates of the token service (STS), more than one while it changes
   *     its key; nothing else is trusted to issue tokens
   */
  public PolicyVerifier(
      KeyStoreFile signer,
      List<X509Certificate> tokenServices,
      SoapSettings settings,
      ServiceDescription description,
      Clock clock) {
    this.signer = signer;
    this.tokenServices = List.copyOf(tokenServices);
    this.settings = settings;
    this.profile = new ProfileInterceptor(settings, tokenServices, description, clock);
  }

  @Override
  public Map<String, Object> properties() {
    String alias = signer.keyAlias();
    CallbackHandler password =
        callbacks -> {
          for (var callback : callbacks) {
            if (callback instanceof WSPasswordCallback asked
                && alias.equals(asked.getIdentifier())) {
              asked.setPassword(new String(signer.password()));
            }
          }
        };
    Map<String, Object> properties = new HashMap<>();
    properties.put(SecurityConstants.SIGNATURE_CRYPTO, signing());
    properties.put(SecurityConstants.SIGNATURE_USERNAME, alias);
    properties.put(SecurityConstants.CALLBACK_HANDLER, password);
    // At a service this one verifies; were it absent, the signing store would be trusted as well.
    properties.put(SecurityConstants.ENCRYPT_CRYPTO, trusting());
    properties.put(SecurityConstants.AUDIENCE_RESTRICTIONS, settings.tokens().audience());
    properties.put(
        org.apache.cxf.ws.security.SecurityConstants.ASYMMETRIC_SIGNATURE_ALGORITHM,
        Names.RSA_SHA256);
    properties.put(org.apache.cxf.ws.security.SecurityConstants.ENABLE_NONCE_CACHE, false);
    properties.put(org.apache.cxf.ws.security.SecurityConstants.ENABLE_TIMESTAMP_CACHE, false);
    properties.put(
        org.apache.cxf.ws.security.SecurityConstants.ENABLE_SAML_ONE_TIME_USE_CACHE, false);
    properties.put(
        org.apache.cxf.ws.security.SecurityConstants.TIMESTAMP_FUTURE_TTL,
        String.valueOf(settings.tokens().limits().clockSkew().toSeconds()));
    properties.put(
        org.apache.cxf.ws.security.SecurityConstants.TOKEN_STORE_CACHE_INSTANCE,
        new MemoryTokenStore());
    return properties;
  }

  @Override
  public List<Interceptor<? extends Message>> inbound() {
    return List.of(profile);
  }

  private Crypto signing() {
    Merlin merlin = new Merlin();
    merlin.setKeyStore(signer.store());
    return merlin;
  }

  private Crypto trusting() {
    try {
      KeyStore trust = KeyStore.getInstance("PKCS12");
      trust.load(null, null);
      for (int i = 0; i < tokenServices.size(); i++) {
        trust.setCertificateEntry("sts-" + i, tokenServices.get(i));
      }
      Merlin merlin = new Merlin();
      merlin.setTrustStore(trust);
      return merlin;
    } catch (GeneralSecurityException | java.io.IOException e) {
      throw new IllegalStateException("an empty store in memory takes certificates", e);
    }
  }
}
