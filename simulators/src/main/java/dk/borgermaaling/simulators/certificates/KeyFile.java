package dk.borgermaaling.simulators.certificates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** One party's key and certificate, out of {@code <name>.p12} with {@code <name>.password}. */
public final class KeyFile {
  private final KeyStore store;
  private final char[] password;
  private final PrivateKey key;
  private final X509Certificate certificate;

  private KeyFile(KeyStore store, char[] password, PrivateKey key, X509Certificate certificate) {
    this.store = store;
    this.password = password;
    this.key = key;
    this.certificate = certificate;
  }

  /** The alias is the file's name without {@code .p12}. */
  public static KeyFile read(Path p12) {
    String alias = p12.getFileName().toString().replace(".p12", "");
    char[] password = password(p12);
    KeyStore store = load(p12, password);
    try {
      if (store.getKey(alias, password) instanceof PrivateKey key
          && store.getCertificate(alias) instanceof X509Certificate certificate) {
        return new KeyFile(store, password, key, certificate);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key in " + p12.getFileName() + " cannot be read", e);
    }
    throw new IllegalStateException(p12.getFileName() + " has no key with alias " + alias);
  }

  /** A key store of certificates only. */
  public static KeyStore trust(Path p12) {
    return load(p12, password(p12));
  }

  /** The password of a store, out of the file beside it. */
  public static String passwordOf(Path p12) {
    return new String(password(p12));
  }

  private static char[] password(Path p12) {
    String name = p12.getFileName().toString().replace(".p12", ".password");
    try {
      return Files.readString(p12.resolveSibling(name)).trim().toCharArray();
    } catch (IOException e) {
      throw new UncheckedIOException("no readable " + name + " beside the key store", e);
    }
  }

  private static KeyStore load(Path p12, char[] password) {
    try (InputStream in = Files.newInputStream(p12)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(p12.getFileName() + " cannot be opened", e);
    }
  }

  public PrivateKey key() {
    return key;
  }

  public X509Certificate certificate() {
    return certificate;
  }

  public KeyStore store() {
    return store;
  }

  /** A copy of the store's password. */
  public char[] password() {
    return password.clone();
  }

  /** For TLS that shows this certificate. */
  public KeyManager[] managers() {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password);
      return keys.getKeyManagers();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key cannot be used for TLS", e);
    }
  }
}
