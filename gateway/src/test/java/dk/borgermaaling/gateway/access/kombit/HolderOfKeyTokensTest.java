package dk.borgermaaling.gateway.access.kombit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HolderOfKeyTokensTest {
  private static final TokenKey ODENSE = key("35209115", "http://entityid/a/1", "aa");

  private final SettableRealClock clock = new SettableRealClock("2026-11-22T21:00:00Z");
  private final AtomicInteger issued = new AtomicInteger();
  private final AtomicInteger exchanged = new AtomicInteger();
  private final HolderOfKeyTokens tokens = tokens(this::issue, this::exchange);

  @Test
  void a_token_is_asked_for_once_while_it_is_good() throws NoToken {
    assertThat(tokens.token(ODENSE)).isEqualTo(tokens.token(ODENSE));
    assertThat(exchanged).hasValue(1);
  }

  @Test
  void an_access_token_is_renewed_a_minute_early_from_the_same_assertion() throws NoToken {
    AccessToken first = tokens.token(ODENSE);
    clock.advance(Duration.ofMinutes(59).minusSeconds(1));
    assertThat(tokens.token(ODENSE)).isEqualTo(first);
    clock.advance(Duration.ofSeconds(1));
    assertThat(tokens.token(ODENSE)).isNotEqualTo(first);
    assertThat(issued).hasValue(1);
    assertThat(exchanged).hasValue(2);
  }

  @Test
  void an_assertion_is_renewed_a_quarter_of_an_hour_early() throws NoToken {
    tokens.token(ODENSE);
    clock.advance(Duration.ofHours(8).minusMinutes(15));
    tokens.token(ODENSE);
    assertThat(issued).hasValue(2);
  }

  @Test
  void no_other_municipality_service_or_certificate_ever_gets_the_token() throws NoToken {
    List<AccessToken> all = new ArrayList<>();
    for (TokenKey key :
        List.of(
            ODENSE,
            key("20310413", "http://entityid/a/1", "aa"),
            key("35209115", "http://entityid/b/1", "aa"),
            key("35209115", "http://entityid/a/1", "bb"))) {
      all.add(tokens.token(key));
    }
    assertThat(all).doesNotHaveDuplicates();
    assertThat(issued).hasValue(4);
  }

  @Test
  void a_refused_token_is_forgotten_with_its_assertion() throws NoToken {
    AccessToken refused = tokens.token(ODENSE);
    tokens.forget(ODENSE, refused);
    AccessToken fresh = tokens.token(ODENSE);
    assertThat(fresh).isNotEqualTo(refused);
    tokens.forget(ODENSE, refused);
    assertThat(tokens.token(ODENSE)).isEqualTo(fresh);
    assertThat(issued).hasValue(2);
  }

  @Test
  void a_kept_assertion_that_is_refused_is_replaced_once() throws NoToken {
    AtomicInteger calls = new AtomicInteger();
    HolderOfKeyTokens picky =
        tokens(
            this::issue,
            assertion -> {
              if (calls.incrementAndGet() == 2) {
                throw new NoToken(NoToken.Reason.REFUSED, "the STS has changed its key");
              }
              return exchange(assertion);
            });
    picky.token(ODENSE);
    clock.advance(Duration.ofHours(1));
    picky.token(ODENSE);
    assertThat(issued).hasValue(2);
    assertThat(calls).hasValue(3);
  }

  @Test
  void many_who_ask_at_once_share_one_question() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    HolderOfKeyTokens slow =
        tokens(
            key -> {
              asked.countDown();
              awaitQuietly(answer);
              return issue(key);
            },
            this::exchange);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<AccessToken>> waiting = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        waiting.add(threads.submit(() -> slow.token(ODENSE)));
      }
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
      answer.countDown();
      for (Future<AccessToken> one : waiting) {
        assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo(slow.token(ODENSE));
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(issued).hasValue(1);
    assertThat(exchanged).hasValue(1);
  }

  @Test
  void a_failure_is_not_kept() throws NoToken {
    AtomicInteger calls = new AtomicInteger();
    HolderOfKeyTokens moody =
        tokens(
            key -> {
              if (calls.incrementAndGet() == 1) {
                throw new NoToken(NoToken.Reason.UNREACHABLE, "the STS does not answer");
              }
              return issue(key);
            },
            this::exchange);
    assertThatThrownBy(() -> moody.token(ODENSE)).isInstanceOf(NoToken.class);
    assertThat(moody.token(ODENSE).value()).startsWith("token-");
  }

  @Test
  void a_token_does_not_show_itself_in_a_log() throws NoToken {
    assertThat(tokens.token(ODENSE).toString()).doesNotContain("token-");
    assertThat(issue(ODENSE).toString()).doesNotContain("assertion-");
  }

  private HolderOfKeyTokens tokens(
      HolderOfKeyTokens.AssertionSource sts, HolderOfKeyTokens.TokenExchange exchange) {
    return new HolderOfKeyTokens(
        sts, exchange, clock, Duration.ofMinutes(15), Duration.ofMinutes(1));
  }

  private Assertion issue(TokenKey key) {
    return new Assertion(
        "assertion-" + issued.incrementAndGet(), clock.instant().plus(Duration.ofHours(8)));
  }

  private AccessToken exchange(Assertion assertion) {
    return new AccessToken(
        "token-" + exchanged.incrementAndGet(), clock.instant().plus(Duration.ofHours(1)));
  }

  private static TokenKey key(String cvr, String entity, String certificate) {
    return new TokenKey(new Cvr(cvr), entity, certificate);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
