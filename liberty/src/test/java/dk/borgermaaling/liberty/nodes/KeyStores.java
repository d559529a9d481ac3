package dk.borgermaaling.liberty.nodes;

import dk.borgermaaling.simulators.certificates.Authority;
import dk.borgermaaling.simulators.certificates.Issued;
import dk.borgermaaling.simulators.certificates.KeyFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;

/** What an operator does to the files of both nodes, each exchanged whole. */
final class KeyStores {
  private final Nodes nodes;

  KeyStores(Nodes nodes) {
    this.nodes = nodes;
  }

  /** A certificate under the demonstration's root. */
  Issued issue(String name) {
    KeyFile root = KeyFile.read(nodes.certificate("root.p12"));
    try {
      return Authority.party(
          new Issued(root.key(), root.certificate(), List.of(root.certificate())), name);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From the next look of a node on, these sign tokens and no others. */
  void trustTokenServices(X509Certificate... certificates) {
    replace(
        "sts-trust",
        (store, password) -> {
          for (int i = 0; i < certificates.length; i++) {
            store.setCertificateEntry("sts-" + i, certificates[i]);
          }
        });
  }

  /** From the next look of a node on, this key signs answers. */
  void sign(Issued with) {
    replace(
        "gateway",
        (store, password) ->
            store.setKeyEntry(
                "gateway", with.key(), password, with.chain().toArray(new Certificate[0])));
  }

  /** From the next look of a node on, the caller of REST is known by these. */
  void restCaller(String name, X509Certificate... certificates) {
    StringBuilder text = new StringBuilder();
    try {
      for (X509Certificate one : certificates) {
        text.append(Authority.pem(one));
      }
      Path fresh = Files.writeString(nodes.certificate(name + ".fresh"), text);
      Files.move(
          fresh,
          nodes.certificate(name + ".pem"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Content {
    void into(KeyStore store, char[] password) throws GeneralSecurityException;
  }

  private void replace(String name, Content content) {
    Path file = nodes.certificate(name + ".p12");
    Path fresh = nodes.certificate(name + ".fresh");
    try {
      char[] password =
          Files.readString(nodes.certificate(name + ".password")).strip().toCharArray();
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      content.into(store, password);
      try (OutputStream out = Files.newOutputStream(fresh)) {
        store.store(out, password);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
