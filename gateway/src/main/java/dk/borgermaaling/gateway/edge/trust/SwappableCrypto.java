package dk.borgermaaling.gateway.edge.trust;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.security.auth.callback.CallbackHandler;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.crypto.CryptoBase;
import org.apache.wss4j.common.crypto.CryptoType;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * One Crypto for the life of an endpoint, whose answers come from the one in force. CXF reads an
 * endpoint's properties at publication, and WSS4J's handler keeps each Crypto under its hash code,
 * so that the object must stay; WSS4J 4.0.1 itself keeps no result of a path validation. A Merlin
 * keeps private keys by alias, so that what is in force must be a new Merlin each time, never the
 * same with another store.
 */
final class SwappableCrypto extends CryptoBase {
  private final Supplier<Crypto> inForce;

  SwappableCrypto(Supplier<Crypto> inForce) {
    this.inForce = inForce;
  }

  @Override
  public X509Certificate @Nullable [] getX509Certificates(CryptoType type)
      throws WSSecurityException {
    return inForce.get().getX509Certificates(type);
  }

  @Override
  public @Nullable String getX509Identifier(X509Certificate certificate)
      throws WSSecurityException {
    return inForce.get().getX509Identifier(certificate);
  }

  @Override
  public @Nullable String getDefaultX509Identifier() throws WSSecurityException {
    return inForce.get().getDefaultX509Identifier();
  }

  @Override
  public PrivateKey getPrivateKey(X509Certificate certificate, CallbackHandler password)
      throws WSSecurityException {
    return inForce.get().getPrivateKey(certificate, password);
  }

  @Override
  public PrivateKey getPrivateKey(PublicKey key, CallbackHandler password)
      throws WSSecurityException {
    return inForce.get().getPrivateKey(key, password);
  }

  @Override
  public PrivateKey getPrivateKey(String alias, String password) throws WSSecurityException {
    return inForce.get().getPrivateKey(alias, password);
  }

  @Override
  public void verifyTrust(
      X509Certificate[] chain,
      boolean revocation,
      @Nullable Collection<Pattern> subjects,
      @Nullable Collection<Pattern> issuers)
      throws WSSecurityException {
    inForce.get().verifyTrust(chain, revocation, subjects, issuers);
  }

  @Override
  public void verifyTrust(PublicKey key) throws WSSecurityException {
    inForce.get().verifyTrust(key);
  }
}
