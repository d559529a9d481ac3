package dk.borgermaaling.gateway.citizen.crypto;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;

/**
 * Makes the keys that stay outside the database, each in a file of its own that only its owner can
 * read. A key that is there is never touched: without it, what it sealed is lost.
 */
public final class KeyMaker {
  private static final int LINK_KEY_BYTES = 32;

  private KeyMaker() {}

  /** Makes what is missing in a directory, for an operator: {@code java -cp ... KeyMaker keys/}. */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("the directory of the keys is needed, and nothing else");
    }
    writeMissing(Path.of(arguments[0]));
  }

  /**
   * {@code vault.json} (AEAD key ring), {@code vault-index.json} (PRF key ring), {@code links.key}
   * (32 random bytes, Base64).
   */
  public static void writeMissing(Path directory) throws IOException, GeneralSecurityException {
    AeadConfig.register();
    PrfConfig.register();
    Files.createDirectories(directory);
    writeRing(directory.resolve("vault.json"), PredefinedAeadParameters.AES256_GCM);
    writeRing(directory.resolve("vault-index.json"), PredefinedPrfParameters.HMAC_SHA256_PRF);
    byte[] linkKey = new byte[LINK_KEY_BYTES];
    new SecureRandom().nextBytes(linkKey);
    write(directory.resolve("links.key"), Base64.getEncoder().encodeToString(linkKey));
  }

  private static void writeRing(Path file, Parameters parameters)
      throws IOException, GeneralSecurityException {
    if (!Files.exists(file)) {
      write(
          file,
          TinkJsonProtoKeysetFormat.serializeKeyset(
              KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get()));
    }
  }

  private static void write(Path file, String text) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    try (var channel =
        Files.newByteChannel(
            file,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(StandardCharsets.US_ASCII.encode(text));
    }
  }
}
