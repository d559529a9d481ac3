package dk.borgermaaling.gateway.access.kombit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.access.kombit.ExchangedTokens.TokenExchange;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExchangedTokensTest {
  private static final TokenHolder HOLDER = TestHolders.of(Identity.authority("gateway"));
  private static final TokenKey ODENSE = key("35209115");

  private final SettableRealClock clock = new SettableRealClock("2026-11-22T21:00:00Z");
  private final List<String> issued = new ArrayList<>();
  private final List<String> exchanged = new ArrayList<>();
  private final ExchangedTokens tokens = tokens(this::exchange);

  @Test
  void one_assertion_is_exchanged_again_until_a_quarter_of_an_hour_before_its_end() throws NoToken {
    tokens.fetch(ODENSE);
    clock.advance(Duration.ofHours(8).minusMinutes(15).minusSeconds(1));
    tokens.fetch(ODENSE);
    assertThat(exchanged).containsExactly("assertion-1", "assertion-1");
    clock.advance(Duration.ofSeconds(1));
    tokens.fetch(ODENSE);
    assertThat(issued).containsExactly("35209115", "35209115");
  }

  @Test
  void another_municipality_has_its_own() throws NoToken {
    tokens.fetch(ODENSE);
    tokens.fetch(key("20310413"));
    assertThat(issued).containsExactly("35209115", "20310413");
    assertThat(exchanged).doesNotHaveDuplicates();
  }

  @Test
  void a_kept_assertion_that_is_refused_is_replaced_once() throws NoToken {
    ExchangedTokens picky = tokens(refusing(NoToken.Reason.REFUSED));
    picky.fetch(ODENSE);
    picky.fetch(ODENSE);
    assertThat(exchanged).containsExactly("assertion-1", "assertion-1", "assertion-2");
  }

  @Test
  void an_exchange_that_cannot_be_reached_costs_no_assertion() throws NoToken {
    ExchangedTokens away = tokens(refusing(NoToken.Reason.UNREACHABLE));
    away.fetch(ODENSE);
    assertThatThrownBy(() -> away.fetch(ODENSE)).isInstanceOf(NoToken.class);
    away.fetch(ODENSE);
    assertThat(issued).hasSize(1);
  }

  @Test
  void what_was_forgotten_is_not_exchanged_again() throws NoToken {
    tokens.fetch(ODENSE);
    tokens.forget(ODENSE);
    tokens.fetch(ODENSE);
    assertThat(exchanged).containsExactly("assertion-1", "assertion-2");
  }

  private ExchangedTokens tokens(TokenExchange exchange) {
    return new ExchangedTokens(this::issue, exchange, clock, Duration.ofMinutes(15));
  }

  /** Refuses the second time. */
  private TokenExchange refusing(NoToken.Reason reason) {
    return (key, assertion) -> {
      AccessToken token = exchange(key, assertion);
      if (exchanged.size() == 2) {
        throw new NoToken(reason, "not this time");
      }
      return token;
    };
  }

  private Assertion issue(TokenKey key) {
    issued.add(key.authority().value());
    return new Assertion("assertion-" + issued.size(), clock.instant().plus(Duration.ofHours(8)));
  }

  private AccessToken exchange(TokenKey key, Assertion assertion) {
    exchanged.add(assertion.base64());
    return new AccessToken("token", clock.instant().plus(Duration.ofHours(1)));
  }

  private static TokenKey key(String cvr) {
    return new TokenKey(HOLDER, new Cvr(cvr), "http://entityid/a/1", Optional.empty());
  }
}
