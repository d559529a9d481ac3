package dk.borgermaaling.gateway.murder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The demonstration's certificates, as {@code CertificateMaker} of the simulators writes them: a
 * party's {@code name.p12} with {@code name.password} beside it.
 */
final class Certificates {
  private final Path folder;

  private Certificates(Path folder) {
    this.folder = folder;
  }

  static Certificates in(Path folder) {
    return new Certificates(folder);
  }

  /** Shows the certificate of servers. */
  SSLContext server() {
    return tls("tls");
  }

  /** Shows the certificate of one party. */
  SSLContext tls(String party) {
    try {
      KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
      own.init(store(party), password(party));
      TrustManagerFactory others = TrustManagerFactory.getInstance("PKIX");
      others.init(store("trust"));
      KeyManager[] keys = own.getKeyManagers();
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(keys, others.getTrustManagers(), null);
      return tls;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the certificates of " + party + " cannot be used", e);
    }
  }

  private KeyStore store(String party) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(party + ".p12"))) {
      store.load(in, password(party));
    }
    return store;
  }

  private char[] password(String party) throws IOException {
    return Files.readString(folder.resolve(party + ".password")).strip().toCharArray();
  }
}
