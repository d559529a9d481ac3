package dk.borgermaaling.gateway.beskedfordeler.kombit;

import com.rabbitmq.client.LongString;
import com.rabbitmq.client.SaslConfig;
import com.rabbitmq.client.SaslMechanism;
import com.rabbitmq.client.impl.LongStringHelper;
import dk.borgermaaling.gateway.access.kombit.Assertion;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SASL EXTERNAL whose response is the XML of the assertion; no other mechanism is ever used. */
final class ExternalAssertion implements SaslConfig, SaslMechanism {
  private static final String NAME = "EXTERNAL";
  private final Assertion assertion;

  ExternalAssertion(Assertion assertion) {
    this.assertion = assertion;
  }

  /** Null says that the broker offers nothing that we speak. */
  @Override
  public @Nullable SaslMechanism getSaslMechanism(String[] offered) {
    return List.of(offered).contains(NAME) ? this : null;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public LongString handleChallenge(
      @Nullable LongString challenge, String username, String password) {
    return LongStringHelper.asLongString(Base64.getMimeDecoder().decode(assertion.base64()));
  }
}
