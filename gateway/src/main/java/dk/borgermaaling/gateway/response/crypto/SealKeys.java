package dk.borgermaaling.gateway.response.crypto;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The pair of key sets of the seal: {@code seal-public.json} closes, {@code seal-private.json}
 * opens. A new key is added as primary to both; an old one is destroyed when the buffer has none of
 * its answers left, and then no copy of the database can be opened with it.
 */
public final class SealKeys {
  public static final String PUBLIC_FILE = "seal-public.json";
  public static final String PRIVATE_FILE = "seal-private.json";
  private static final String TEMPLATE = "DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM";

  private SealKeys() {}

  /** Makes what is missing in a folder, for an operator: {@code java -cp ... SealKeys keys/}. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("the folder of the keys is needed, and nothing else");
    }
    writeMissing(Path.of(arguments[0]));
  }

  /** Makes the pair in a folder where the private one is missing; keeps what is there. */
  public static void writeMissing(Path folder) throws IOException {
    Path privateFile = folder.resolve(PRIVATE_FILE);
    Path publicFile = folder.resolve(PUBLIC_FILE);
    try {
      HybridConfig.register();
      if (!Files.exists(privateFile)) {
        KeysetHandle made = KeysetHandle.generateNew(KeyTemplates.get(TEMPLATE));
        write(
            privateFile,
            TinkJsonProtoKeysetFormat.serializeKeyset(made, InsecureSecretKeyAccess.get()));
        Files.deleteIfExists(publicFile);
      }
      if (!Files.exists(publicFile)) {
        write(
            publicFile,
            TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                readPrivate(privateFile).getPublicKeysetHandle()));
      }
    } catch (GeneralSecurityException e) {
      throw new IOException("the keys of the seal could not be made", e);
    }
  }

  static KeysetHandle readPublic(Path file) throws IOException {
    try {
      HybridConfig.register();
      return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(Files.readString(file));
    } catch (GeneralSecurityException e) {
      throw new IOException("not a public key set: " + file.getFileName(), e);
    }
  }

  static KeysetHandle readPrivate(Path file) throws IOException {
    try {
      HybridConfig.register();
      return TinkJsonProtoKeysetFormat.parseKeyset(
          Files.readString(file), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IOException("not a private key set: " + file.getFileName(), e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path part =
        Files.createTempFile(
            folder,
            "seal",
            ".part",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(part, text.getBytes(StandardCharsets.UTF_8));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
