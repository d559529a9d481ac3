package dk.borgermaaling.gateway.citizen.wiring;

import dk.borgermaaling.gateway.citizen.ContentCipher;
import dk.borgermaaling.gateway.citizen.crypto.TinkContentCipher;
import dk.borgermaaling.gateway.citizen.crypto.TinkRecipientCipher;
import dk.borgermaaling.gateway.citizen.crypto.VaultKeys;
import dk.borgermaaling.gateway.citizen.jpa.SqlCitizenVault;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The vault with its keys. */
@ApplicationScoped
public class CitizenWiring {
  @Produces
  @Singleton
  VaultKeys keys(
      @ConfigProperty(name = "gateway.citizen.vault-keys-file") String vaultKeys,
      @ConfigProperty(name = "gateway.citizen.index-keys-file") String indexKeys) {
    return VaultKeys.from(Path.of(vaultKeys), Path.of(indexKeys));
  }

  @Produces
  @Singleton
  TinkRecipientCipher cipher(VaultKeys keys) {
    return new TinkRecipientCipher(keys);
  }

  @Produces
  @Singleton
  SqlCitizenVault vault(@GatewayDb Jdbi jdbi, TinkRecipientCipher cipher) {
    return new SqlCitizenVault(jdbi, cipher);
  }

  @Produces
  @Singleton
  ContentCipher contentCipher(VaultKeys keys) {
    return new TinkContentCipher(keys);
  }
}
