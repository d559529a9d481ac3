package dk.borgermaaling.gateway.testing;

import dk.borgermaaling.gateway.citizen.ContentCipher;
import dk.borgermaaling.gateway.citizen.crypto.KeyMaker;
import dk.borgermaaling.gateway.citizen.crypto.TinkContentCipher;
import dk.borgermaaling.gateway.citizen.crypto.TinkRecipientCipher;
import dk.borgermaaling.gateway.citizen.crypto.VaultKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Keys made for this JVM and forgotten with it. */
public final class TestKeys {
  private static final Path DIRECTORY = make();

  private TestKeys() {}

  private static Path make() {
    try {
      Path directory = Files.createTempDirectory("borgermaaling-keys");
      KeyMaker.writeMissing(directory);
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Path directory() {
    return DIRECTORY;
  }

  public static TinkRecipientCipher recipientCipher() {
    return TinkRecipientCipher.from(
        DIRECTORY.resolve("vault.json"), DIRECTORY.resolve("vault-index.json"));
  }

  public static ContentCipher contentCipher() {
    return new TinkContentCipher(
        VaultKeys.from(DIRECTORY.resolve("vault.json"), DIRECTORY.resolve("vault-index.json")));
  }
}
