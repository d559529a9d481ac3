package dk.borgermaaling.gateway.edge.trust;

import dk.borgermaaling.gateway.edge.KeyStoreFile;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.soap.Identity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the files of an operator: PKCS#12 stores with their passwords, and PEM. */
final class StoreFiles {
  static final String PASSWORD = "made-up at run time";

  private StoreFiles() {}

  static Path key(Path p12, Identity identity) {
    return write(p12, keyStore(identity, PASSWORD), PASSWORD);
  }

  static Path trust(Path p12, Identity... identities) {
    return write(p12, trustStore(identities), PASSWORD);
  }

  static Path pem(Path file, Identity... identities) {
    return write(file, pemText(identities).getBytes(StandardCharsets.US_ASCII));
  }

  static Path thumbprints(Path file, Identity... identities) {
    String text =
        Stream.of(identities)
            .map(one -> Thumbprint.of(one.certificate()) + " # stolen\n")
            .collect(Collectors.joining("", "# refused\n\n", ""));
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static String pemText(Identity... identities) {
    return Stream.of(identities)
        .map(
            one ->
                "-----BEGIN CERTIFICATE-----\n"
                    + one.certificateBase64().replaceAll("(.{64})", "$1\n")
                    + "\n-----END CERTIFICATE-----\n")
        .collect(Collectors.joining());
  }

  static byte[] keyStore(Identity identity, String password) {
    try {
      KeyStore store = empty();
      Certificate[] chain = {identity.certificate()};
      store.setKeyEntry("key", identity.key(), password.toCharArray(), chain);
      return bytes(store, password);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] trustStore(Identity... identities) {
    try {
      KeyStore store = empty();
      for (int i = 0; i < identities.length; i++) {
        store.setCertificateEntry("trusted-" + i, identities[i].certificate());
      }
      return bytes(store, PASSWORD);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static Path write(Path p12, byte[] store, String password) {
    write(KeyStoreFile.passwordOf(p12), (password + "\n").getBytes(StandardCharsets.UTF_8));
    return write(p12, store);
  }

  static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyStore empty() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(KeyStore store, String password) throws GeneralSecurityException {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, password.toCharArray());
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
