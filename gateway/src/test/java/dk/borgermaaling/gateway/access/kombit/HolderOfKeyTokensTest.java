package dk.borgermaaling.gateway.access.kombit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HolderOfKeyTokensTest {
  private static final TokenHolder AA = TestHolders.of(Identity.authority("aa"));
  private static final TokenHolder BB = TestHolders.of(Identity.authority("bb"));
  private static final X509Certificate OTHER = Identity.authority("other").certificate();
  private static final TokenKey ODENSE = key(AA, "35209115", "http://entityid/a/1");

  private final SettableRealClock clock = new SettableRealClock("2026-11-22T21:00:00Z");
  private final AtomicInteger fetched = new AtomicInteger();
  private final List<Runnable> later = new ArrayList<>();
  private final HolderOfKeyTokens tokens = tokens(this::fetch);

  @Test
  void a_token_is_asked_for_once_while_it_is_good() throws NoToken {
    assertThat(tokens.token(ODENSE)).isEqualTo(tokens.token(ODENSE));
    assertThat(fetched).hasValue(1);
  }

  @Test
  void a_token_is_not_used_in_its_last_minute() throws NoToken {
    AccessToken first = tokens.token(ODENSE);
    clock.advance(Duration.ofMinutes(59).minusSeconds(1));
    assertThat(tokens.token(ODENSE)).isEqualTo(first);
    clock.advance(Duration.ofSeconds(1));
    assertThat(tokens.token(ODENSE)).isNotEqualTo(first);
  }

  @Test
  void a_token_near_its_end_is_renewed_beside_the_call_that_uses_it() throws NoToken {
    AccessToken first = tokens.token(ODENSE);
    clock.advance(Duration.ofMinutes(55).minusSeconds(1));
    tokens.token(ODENSE);
    assertThat(later).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(tokens.token(ODENSE)).isEqualTo(first);
    assertThat(tokens.token(ODENSE)).isEqualTo(first);
    assertThat(later).hasSize(1);
    later.remove(0).run();
    assertThat(tokens.token(ODENSE)).isNotEqualTo(first);
    assertThat(fetched).hasValue(2);
  }

  @Test
  void a_renewal_that_fails_keeps_the_token_and_waits_before_the_next() throws NoToken {
    AtomicInteger calls = new AtomicInteger();
    HolderOfKeyTokens moody =
        tokens(
            key -> {
              if (calls.incrementAndGet() == 2) {
                throw new NoToken(NoToken.Reason.UNREACHABLE, "the STS does not answer");
              }
              return fetch(key);
            });
    AccessToken first = moody.token(ODENSE);
    clock.advance(Duration.ofMinutes(56));
    assertThat(moody.token(ODENSE)).isEqualTo(first);
    later.remove(0).run();
    clock.advance(Duration.ofSeconds(30).minusMillis(1));
    assertThat(moody.token(ODENSE)).isEqualTo(first);
    assertThat(later).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(moody.token(ODENSE)).isEqualTo(first);
    later.remove(0).run();
    assertThat(moody.token(ODENSE)).isNotEqualTo(first);
    assertThat(calls).hasValue(3);
  }

  @Test
  void nobody_waits_for_a_renewal_that_has_not_begun() throws NoToken {
    AccessToken first = tokens.token(ODENSE);
    clock.advance(Duration.ofMinutes(56));
    assertThat(tokens.token(ODENSE)).isEqualTo(first);
    clock.advance(Duration.ofMinutes(3));
    AccessToken second = tokens.token(ODENSE);
    assertThat(second).isNotEqualTo(first);
    later.remove(0).run();
    assertThat(tokens.token(ODENSE)).isEqualTo(second);
  }

  @Test
  void when_the_server_stops_the_token_in_hand_is_used() throws NoToken {
    HolderOfKeyTokens stopping =
        new HolderOfKeyTokens(
            this::fetch,
            clock,
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            task -> {
              throw new RejectedExecutionException("stopped");
            });
    AccessToken first = stopping.token(ODENSE);
    clock.advance(Duration.ofMinutes(56));
    assertThat(stopping.token(ODENSE)).isEqualTo(first);
    clock.advance(Duration.ofMinutes(4));
    assertThat(stopping.token(ODENSE)).isNotEqualTo(first);
  }

  @Test
  void no_other_municipality_service_or_certificate_ever_gets_the_token() throws NoToken {
    List<AccessToken> all = new ArrayList<>();
    for (TokenKey key :
        List.of(
            ODENSE,
            key(AA, "20310413", "http://entityid/a/1"),
            key(AA, "35209115", "http://entityid/b/1"),
            key(BB, "35209115", "http://entityid/a/1"),
            new TokenKey(AA, ODENSE.authority(), ODENSE.entityId(), Optional.of(OTHER)))) {
      all.add(tokens.token(key));
    }
    assertThat(all).doesNotHaveDuplicates();
    assertThat(fetched).hasValue(5);
  }

  @Test
  void the_same_certificate_read_anew_is_the_same_holder() {
    Identity identity = Identity.authority("again");
    assertThat(TestHolders.of(identity))
        .isEqualTo(TestHolders.of(identity))
        .hasSameHashCodeAs(TestHolders.of(identity))
        .isNotEqualTo(AA);
  }

  @Test
  void a_refused_token_is_forgotten_with_what_it_came_from() throws NoToken {
    List<TokenKey> forgotten = new ArrayList<>();
    HolderOfKeyTokens watched =
        tokens(
            new TokenSource() {
              @Override
              public AccessToken fetch(TokenKey key) {
                return HolderOfKeyTokensTest.this.fetch(key);
              }

              @Override
              public void forget(TokenKey key) {
                forgotten.add(key);
              }
            });
    AccessToken refused = watched.token(ODENSE);
    watched.forget(ODENSE, refused);
    AccessToken fresh = watched.token(ODENSE);
    assertThat(fresh).isNotEqualTo(refused);
    watched.forget(ODENSE, refused);
    assertThat(watched.token(ODENSE)).isEqualTo(fresh);
    assertThat(forgotten).containsExactly(ODENSE);
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
              return fetch(key);
            });
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
    assertThat(fetched).hasValue(1);
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
              return fetch(key);
            });
    assertThatThrownBy(() -> moody.token(ODENSE)).isInstanceOf(NoToken.class);
    assertThat(moody.token(ODENSE).value()).startsWith("token-");
  }

  @Test
  void an_error_leaves_nobody_waiting() throws NoToken {
    AtomicInteger calls = new AtomicInteger();
    HolderOfKeyTokens broken =
        tokens(
            key -> {
              if (calls.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("made up");
              }
              return fetch(key);
            });
    assertThatThrownBy(() -> broken.token(ODENSE)).isInstanceOf(NoClassDefFoundError.class);
    assertThat(broken.token(ODENSE).value()).startsWith("token-");
  }

  @Test
  void a_token_does_not_show_itself_in_a_log() throws NoToken {
    assertThat(tokens.token(ODENSE).toString()).doesNotContain("token-");
    assertThat(new Assertion("assertion-1", clock.instant()).toString())
        .doesNotContain("assertion-");
  }

  private HolderOfKeyTokens tokens(TokenSource source) {
    return new HolderOfKeyTokens(
        source, clock, Duration.ofMinutes(1), Duration.ofMinutes(5), later::add);
  }

  private AccessToken fetch(TokenKey key) {
    return new AccessToken(
        "token-" + fetched.incrementAndGet(), clock.instant().plus(Duration.ofHours(1)));
  }

  private static TokenKey key(TokenHolder holder, String cvr, String entity) {
    return new TokenKey(holder, new Cvr(cvr), entity, Optional.empty());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
