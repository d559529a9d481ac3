package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.trust.SigningKey;
import dk.borgermaaling.gateway.edge.trust.Trust;
import dk.borgermaaling.gateway.edge.xml.Names;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.cxf.interceptor.Interceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.rt.security.SecurityConstants;
import org.apache.cxf.ws.security.tokenstore.MemoryTokenStore;

/**
 * Verifies with CXF's policy engine and WSS4J, then with {@link ProfileInterceptor} what those let
 * through. Signs answers with the gateway's key. WSS4J's replay caches are off: they are filled
 * before a signature is verified and forget at a restart; {@code edge.replay} does it.
 */
public final class PolicyVerifier implements MessageVerifier {
  private final Trust trust;
  private final SoapSettings settings;
  private final ProfileInterceptor profile;

  /**
   * @param trust the gateway's key for answers, and the token services; nothing else is trusted to
   *     issue tokens. Both may change while the endpoint is up
   */
  public PolicyVerifier(
      Trust trust, SoapSettings settings, ServiceDescription description, Clock clock) {
    this.trust = trust;
    this.settings = settings;
    this.profile = new ProfileInterceptor(settings, trust, description, clock);
  }

  @Override
  public Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    // At a service this one verifies. The key that signs is each exchange's own, see signingWith:
    // an endpoint's would also open what strangers encrypt.
    properties.put(SecurityConstants.ENCRYPT_CRYPTO, trust.tokenServices().crypto());
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

  /**
   * What CXF is told on the exchange, where it goes before the endpoint's properties: the one key
   * that signs all of this answer, even when the key changes meanwhile.
   */
  static Map<String, Object> signingWith(SigningKey key) {
    return Map.of(
        SecurityConstants.SIGNATURE_CRYPTO,
        key.crypto(),
        SecurityConstants.SIGNATURE_USERNAME,
        key.alias(),
        SecurityConstants.CALLBACK_HANDLER,
        key.password());
  }
}
