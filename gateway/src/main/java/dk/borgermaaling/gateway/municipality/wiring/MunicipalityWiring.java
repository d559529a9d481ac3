package dk.borgermaaling.gateway.municipality.wiring;

import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.kernel.wiring.Refreshing;
import dk.borgermaaling.gateway.municipality.ServiceAgreement;
import dk.borgermaaling.gateway.municipality.jpa.SqlMunicipalities;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Municipalities out of {@code ops}; the first agreements out of a file. */
@ApplicationScoped
public class MunicipalityWiring {
  @Produces
  @Singleton
  SqlMunicipalities municipalities(@GatewayDb Jdbi jdbi) {
    return new SqlMunicipalities(jdbi);
  }

  void start(
      @Observes @Priority(30) Startup event,
      SqlMunicipalities municipalities,
      Refreshing refreshing,
      @ConfigProperty(name = "gateway.municipality.agreements-file") Optional<String> file,
      @ConfigProperty(name = "gateway.municipality.refresh-interval", defaultValue = "PT30S")
          Duration refreshInterval) {
    municipalities.agreeFirst(file.map(Path::of).map(MunicipalityWiring::read).orElse(List.of()));
    refreshing.start("the table of municipalities", refreshInterval, municipalities::refresh);
  }

  private static List<ServiceAgreement> read(Path file) {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("gateway.municipality.agreements-file cannot be read", e);
    }
    return ServiceAgreement.from(lines);
  }
}
