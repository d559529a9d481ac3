package dk.borgermaaling.gateway.citizen.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The two key rings of the vault. The AEAD ring can be rotated; the PRF's key cannot without
 * writing all that was looked up by it again.
 */
public record VaultKeys(Aead aead, PrfSet prf) {
  /** Reads both key rings (Tink's JSON); fails at once when a file is missing or no key ring. */
  public static VaultKeys from(Path vaultKeys, Path indexKeys) {
    try {
      AeadConfig.register();
      PrfConfig.register();
      return new VaultKeys(
          read(vaultKeys).getPrimitive(RegistryConfiguration.get(), Aead.class),
          read(indexKeys).getPrimitive(RegistryConfiguration.get(), PrfSet.class));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the keys of the citizens' vault are not usable", e);
    }
  }

  private static KeysetHandle read(Path file) throws GeneralSecurityException {
    try {
      return TinkJsonProtoKeysetFormat.parseKeyset(
          Files.readString(file), InsecureSecretKeyAccess.get());
    } catch (IOException e) {
      throw new UncheckedIOException("a key file of the citizens' vault cannot be read", e);
    }
  }
}
