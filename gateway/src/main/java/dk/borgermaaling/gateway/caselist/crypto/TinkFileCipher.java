package dk.borgermaaling.gateway.caselist.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import dk.borgermaaling.gateway.caselist.FileCipher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Tink: the AEAD key ring of the citizens' vault, with the list's id as associated data under a
 * prefix of its own, so that no file opens as another's and none as a citizen.
 */
public final class TinkFileCipher implements FileCipher {
  private static final String PREFIX = "case-list:";

  private final Aead aead;

  private TinkFileCipher(Aead aead) {
    this.aead = aead;
  }

  /** Reads the key ring (Tink's JSON); fails at once when it is missing or none. */
  public static TinkFileCipher from(Path vaultKeys) {
    try {
      AeadConfig.register();
      return new TinkFileCipher(
          TinkJsonProtoKeysetFormat.parseKeyset(
                  Files.readString(vaultKeys), InsecureSecretKeyAccess.get())
              .getPrimitive(RegistryConfiguration.get(), Aead.class));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the keys for lists are not usable", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the key file for lists cannot be read", e);
    }
  }

  @Override
  public byte[] seal(byte[] file, UUID list) {
    try {
      return aead.encrypt(file, associated(list));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a list could not be sealed", e);
    }
  }

  @Override
  public byte[] open(byte[] sealed, UUID list) {
    try {
      return aead.decrypt(sealed, associated(list));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the list " + list + " could not be opened", e);
    }
  }

  private static byte[] associated(UUID list) {
    return (PREFIX + list).getBytes(StandardCharsets.US_ASCII);
  }
}
