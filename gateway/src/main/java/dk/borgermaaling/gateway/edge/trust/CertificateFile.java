package dk.borgermaaling.gateway.edge.trust;

import dk.borgermaaling.gateway.edge.KeyStoreFile;
import dk.borgermaaling.gateway.edge.Thumbprint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of certificates: PEM when its name ends in {@code .pem}, {@code .crt} or {@code .cer},
 * otherwise PKCS#12 with its password in the file beside it.
 */
public final class CertificateFile {
  private static final Pattern PEM = Pattern.compile(".*\\.(pem|crt|cer)");

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

  private CertificateFile() {}

  public static List<Path> files(Path file) {
    return isPem(file) ? List.of(file) : List.of(file, KeyStoreFile.passwordOf(file));
  }

  /** The certificates, each once, in the file's order; never none. */
  public static List<X509Certificate> parse(Path file, FileContents contents) throws Unusable {
    List<X509Certificate> found =
        isPem(file) ? pem(contents.of(file)) : trusted(store(file, contents));
    if (found.isEmpty()) {
      throw new Unusable("it holds no certificate");
    }
    return found.stream().distinct().toList();
  }

  private static List<X509Certificate> trusted(KeyStoreFile store) throws Unusable {
    try {
      return store.trusted();
    } catch (IllegalStateException e) {
      throw new Unusable("it holds no certificate", e);
    }
  }

  /**
   * The one certificate of a file that does not change while the gateway runs.
   *
   * @throws IllegalStateException when it cannot be read or holds another number of certificates
   */
  public static X509Certificate only(Path file) {
    try {
      List<X509Certificate> found = parse(file, FileContents.read(files(file)));
      if (found.size() == 1) {
        return found.get(0);
      }
      throw new Unusable("it holds " + found.size() + " certificates and not one");
    } catch (Unusable e) {
      throw new IllegalStateException(file.getFileName() + " cannot be used: " + e.reason(), e);
    }
  }

  /** Opens the PKCS#12 store that these are the bytes of. */
  public static KeyStoreFile store(Path p12, FileContents contents) throws Unusable {
    String password =
        new String(contents.of(KeyStoreFile.passwordOf(p12)), StandardCharsets.UTF_8).strip();
    try {
      return KeyStoreFile.open(contents.of(p12), password.toCharArray());
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      // A broken file can make the JDK's parser throw anything.
      throw new Unusable(p12.getFileName() + " does not open with its password", e);
    }
  }

  /** How a certificate is named in the log: eight digits of its SHA-256 thumbprint. */
  static String name(X509Certificate certificate) {
    return Thumbprint.of(certificate).sha256().substring(0, 8);
  }

  /** Text between the blocks is a comment (RFC 7468); the rest of a torn block is not. */
  private static List<X509Certificate> pem(byte[] bytes) throws Unusable {
    String text = new String(bytes, StandardCharsets.US_ASCII);
    if (BLOCK.matcher(text).replaceAll("").contains("-----")) {
      throw new Unusable("something in it is not a whole certificate");
    }
    List<X509Certificate> found = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(text);
    while (blocks.find()) {
      found.add(certificate(blocks.group(1)));
    }
    return found;
  }

  private static X509Certificate certificate(String base64) throws Unusable {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException | IllegalArgumentException e) {
      throw new Unusable("a certificate in it cannot be read", e);
    }
  }

  private static boolean isPem(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return PEM.matcher(name).matches();
  }
}
