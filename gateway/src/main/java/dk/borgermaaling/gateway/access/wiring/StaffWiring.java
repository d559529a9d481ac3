package dk.borgermaaling.gateway.access.wiring;

import dk.borgermaaling.gateway.access.Accounts;
import dk.borgermaaling.gateway.access.AttemptLimit;
import dk.borgermaaling.gateway.access.InitialAccounts;
import dk.borgermaaling.gateway.access.LockOut;
import dk.borgermaaling.gateway.access.LogIn;
import dk.borgermaaling.gateway.access.SessionSettings;
import dk.borgermaaling.gateway.access.crypto.Pbkdf2Hashing;
import dk.borgermaaling.gateway.access.jpa.SqlAccounts;
import dk.borgermaaling.gateway.access.jpa.SqlSessionStore;
import dk.borgermaaling.gateway.access.web.StaffPages;
import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.web.MenuContribution;
import dk.borgermaaling.gateway.web.Pages;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log-in of staff, and the accounts of the first start. */
@Dependent
public class StaffWiring {
  private static final Logger LOG = LoggerFactory.getLogger(StaffWiring.class);
  private final Pbkdf2Hashing hashing = new Pbkdf2Hashing(Pbkdf2Hashing.ITERATIONS);

  @Produces
  @Singleton
  Accounts accounts(@GatewayDb Jdbi gateway) {
    return new SqlAccounts(gateway);
  }

  @Produces
  @Singleton
  StaffPages staffPages(Pages pages, @Any Instance<MenuContribution> contributed) {
    return new StaffPages(pages, contributed.stream().toList());
  }

  @Produces
  @Singleton
  AttemptLimit attemptLimit(
      Clock clock,
      @ConfigProperty(name = "gateway.access.attempts-per-minute", defaultValue = "30")
          int attempts) {
    return new AttemptLimit(clock, attempts);
  }

  @Produces
  @Singleton
  LogIn logIn(
      Accounts accounts,
      @GatewayDb Jdbi gateway,
      AuditLog audit,
      Transactions transactions,
      Clock clock,
      @ConfigProperty(name = "gateway.access.lock-out-after", defaultValue = "5") int failures,
      @ConfigProperty(name = "gateway.access.lock-out-time", defaultValue = "PT15M")
          Duration lockOutTime,
      @ConfigProperty(name = "gateway.access.session-idle", defaultValue = "PT30M") Duration idle,
      @ConfigProperty(name = "gateway.access.session-longest", defaultValue = "PT10H")
          Duration longest) {
    return new LogIn(
        accounts,
        new SqlSessionStore(gateway),
        hashing,
        audit,
        transactions,
        clock,
        new LockOut(failures, lockOutTime),
        new SessionSettings(idle, longest));
  }

  void readFirstAccounts(
      @Observes @Priority(100) Startup event,
      Accounts accounts,
      Transactions transactions,
      @ConfigProperty(name = "gateway.access.initial-accounts-file") Optional<String> file) {
    if (file.isEmpty() || !accounts.isEmpty()) {
      return;
    }
    InitialAccounts initial = new InitialAccounts(accounts, hashing);
    int read =
        transactions.inOne(
            () -> {
              try (Reader reader = Files.newBufferedReader(Path.of(file.get()))) {
                return initial.read(reader);
              } catch (IOException e) {
                throw new UncheckedIOException(
                    "gateway.access.initial-accounts-file cannot be read", e);
              }
            });
    LOG.info("{} accounts were read from the file of the first start", read);
  }
}
