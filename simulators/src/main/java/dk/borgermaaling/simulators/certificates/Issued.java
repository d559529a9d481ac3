package dk.borgermaaling.simulators.certificates;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A fresh key with its certificate.
 *
 * @param chain the certificate first, the root last
 */
public record Issued(PrivateKey key, X509Certificate certificate, List<X509Certificate> chain) {
  public Issued {
    chain = List.copyOf(chain);
  }
}
