package dk.borgermaaling.gateway.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A PKCS#12 store; its password is the text of the file of the same name that ends in {@code
 * .password}. Store and key have the same password.
 */
public final class KeyStoreFile {
  private final KeyStore store;
  private final char[] password;

  public KeyStoreFile(KeyStore store, char[] password) {
    this.store = store;
    this.password = password;
  }

  /** The file in which the store's password stands, beside it. */
  public static Path passwordOf(Path p12) {
    String name = p12.getFileName().toString();
    return p12.resolveSibling(name.replaceFirst("\\.p12$", "") + ".password");
  }

  /** Opens a store whose bytes were read elsewhere. */
  public static KeyStoreFile open(byte[] p12, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(p12), password);
    return new KeyStoreFile(store, password);
  }

  public KeyStore store() {
    return store;
  }

  public char[] password() {
    return password;
  }

  /** Alias of the only private key in the store. */
  public String keyAlias() {
    List<String> keys = aliases().stream().filter(this::isKey).toList();
    if (keys.size() != 1) {
      throw new IllegalStateException(
          "the key store must hold one private key, not " + keys.size());
    }
    return keys.get(0);
  }

  /** All certificates that stand by themselves: the ones to trust. */
  public List<X509Certificate> trusted() {
    List<X509Certificate> found = new ArrayList<>();
    for (String alias : aliases()) {
      if (!isKey(alias) && certificate(alias) instanceof X509Certificate certificate) {
        found.add(certificate);
      }
    }
    if (found.isEmpty()) {
      throw new IllegalStateException("the trust store holds no certificate");
    }
    return List.copyOf(found);
  }

  private List<String> aliases() {
    try {
      return Collections.list(store.aliases());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the store was loaded", e);
    }
  }

  private boolean isKey(String alias) {
    try {
      return store.isKeyEntry(alias);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the store was loaded", e);
    }
  }

  private Certificate certificate(String alias) {
    try {
      return store.getCertificate(alias);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the store was loaded", e);
    }
  }
}
