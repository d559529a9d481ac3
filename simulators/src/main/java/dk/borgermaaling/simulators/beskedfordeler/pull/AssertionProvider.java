package dk.borgermaaling.simulators.beskedfordeler.pull;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.apache.qpid.server.model.Container;
import org.apache.qpid.server.model.ManagedObject;
import org.apache.qpid.server.model.NamedAddressSpace;
import org.apache.qpid.server.security.auth.AuthenticationResult;
import org.apache.qpid.server.security.auth.AuthenticationResult.AuthenticationStatus;
import org.apache.qpid.server.security.auth.UsernamePrincipal;
import org.apache.qpid.server.security.auth.manager.AbstractAuthenticationManager;
import org.apache.qpid.server.security.auth.sasl.SaslNegotiator;
import org.apache.qpid.server.security.auth.sasl.SaslSettings;
import org.jspecify.annotations.Nullable;

/** SASL EXTERNAL as Beskedfordeler has it: the response counts, and who enters is a CVR. */
@ManagedObject(category = false, type = "Assertion", register = false)
final class AssertionProvider extends AbstractAuthenticationManager<AssertionProvider> {
  private static final String MECHANISM = "EXTERNAL";
  private final LogIn logIn;

  AssertionProvider(String name, Container<?> broker, LogIn logIn) {
    super(Map.of("name", name), broker);
    this.logIn = logIn;
  }

  @Override
  public List<String> getMechanisms() {
    return List.of(MECHANISM);
  }

  @Override
  public @Nullable SaslNegotiator createSaslNegotiator(
      String mechanism, SaslSettings settings, NamedAddressSpace unused) {
    return mechanism.equals(MECHANISM) ? new Negotiator(settings.getExternalPrincipal()) : null;
  }

  private final class Negotiator implements SaslNegotiator {
    private final @Nullable Principal shown;

    Negotiator(@Nullable Principal shown) {
      this.shown = shown;
    }

    @Override
    public AuthenticationResult handleResponse(byte[] response) {
      return logIn
          .cvr(response, shown)
          .map(cvr -> new AuthenticationResult(new UsernamePrincipal(cvr, AssertionProvider.this)))
          .orElseGet(() -> new AuthenticationResult(AuthenticationStatus.ERROR));
    }

    @Override
    public void dispose() {
      // nothing is held
    }

    @Override
    public String getAttemptedAuthenticationId() {
      return "";
    }
  }
}
