package dk.borgermaaling.gateway.citizen.wiring;

import dk.borgermaaling.gateway.citizen.crypto.TinkRecipientCipher;
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
  TinkRecipientCipher cipher(
      @ConfigProperty(name = "gateway.citizen.vault-keys-file") String vaultKeys,
      @ConfigProperty(name = "gateway.citizen.index-keys-file") String indexKeys) {
    return TinkRecipientCipher.from(Path.of(vaultKeys), Path.of(indexKeys));
  }

  @Produces
  @Singleton
  SqlCitizenVault vault(@GatewayDb Jdbi jdbi, TinkRecipientCipher cipher) {
    return new SqlCitizenVault(jdbi, cipher);
  }
}
