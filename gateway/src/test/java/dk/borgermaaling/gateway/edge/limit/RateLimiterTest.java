package dk.borgermaaling.gateway.edge.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTest {
  private static final int MANY = 1_000;
  private final HandClock clock = new HandClock(0);

  @Test
  void a_burst_is_free_and_the_next_waits_for_one_token() {
    RateLimiter limiter = limiter(Rate.perSecond(10, 3), MANY);
    for (int i = 0; i < 3; i++) {
      assertThat(limiter.take("a")).isZero();
    }
    assertThat(limiter.take("a")).isEqualTo(Duration.ofMillis(100));
    clock.pass(Duration.ofMillis(99));
    assertThat(limiter.take("a")).isEqualTo(Duration.ofMillis(1));
    clock.pass(Duration.ofMillis(1));
    assertThat(limiter.take("a")).isZero();
    assertThat(limiter.take("a")).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void a_refused_try_costs_nothing() {
    RateLimiter limiter = limiter(Rate.perSecond(10, 1), MANY);
    limiter.take("a");
    for (int i = 0; i < 1_000; i++) {
      assertThat(limiter.take("a")).isEqualTo(Duration.ofMillis(100));
    }
    clock.pass(Duration.ofMillis(100));
    assertThat(limiter.take("a")).isZero();
  }

  @Test
  void a_long_pause_fills_the_bucket_and_no_more() {
    RateLimiter limiter = limiter(Rate.perSecond(100, 5), MANY);
    drain(limiter, "a", 5);
    clock.pass(Duration.ofDays(400));
    drain(limiter, "a", 5);
  }

  @Test
  void a_look_takes_nothing() {
    RateLimiter limiter = limiter(Rate.perMinute(1), MANY);
    for (int i = 0; i < 10; i++) {
      assertThat(limiter.look("a")).isZero();
    }
    assertThat(limiter.size()).isZero();
    limiter.take("a");
    assertThat(limiter.look("a")).isEqualTo(Duration.ofMinutes(1));
    assertThat(limiter.look("b")).isZero();
  }

  @Test
  void what_is_given_back_can_be_taken_again_and_never_more_than_the_bucket_holds() {
    RateLimiter limiter = limiter(Rate.perMinute(2), MANY);
    drain(limiter, "a", 2);
    limiter.giveBack("a");
    drain(limiter, "a", 1);
    for (int i = 0; i < 50; i++) {
      limiter.giveBack("a");
      limiter.giveBack("nobody");
    }
    drain(limiter, "a", 2);
    drain(limiter, "nobody", 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE - 5, Long.MIN_VALUE, -1})
  void the_clock_may_begin_anywhere_and_overflow(long start) {
    HandClock odd = new HandClock(start);
    RateLimiter limiter = new RateLimiter(Rate.perSecond(10, 2), MANY, odd);
    drain(limiter, "a", 2);
    odd.pass(Duration.ofMillis(100));
    drain(limiter, "a", 1);
  }

  @Test
  void one_callers_bucket_is_not_anothers() {
    RateLimiter limiter = limiter(Rate.perMinute(3), MANY);
    drain(limiter, "a", 3);
    drain(limiter, "b", 3);
  }

  @Test
  void a_flood_of_keys_resets_no_bucket_and_takes_no_more_memory_than_allowed() {
    RateLimiter limiter = limiter(Rate.perMinute(4), 50);
    drain(limiter, "attacker", 4);
    limiter.take("caller");
    for (int i = 0; i < 100_000; i++) {
      limiter.take("flood-" + i);
    }
    assertThat(limiter.size()).isEqualTo(50);
    assertThat(limiter.take("attacker")).isPositive();
    drain(limiter, "caller", 3);
  }

  @Test
  void keys_beyond_the_bound_share_one_bucket() {
    RateLimiter limiter = limiter(Rate.perMinute(4), 2);
    limiter.take("a");
    limiter.take("b");
    for (int i = 0; i < 4; i++) {
      assertThat(limiter.look("flood-" + i)).isZero();
      assertThat(limiter.take("flood-" + i)).isZero();
    }
    assertThat(limiter.take("flood-5")).isEqualTo(Duration.ofSeconds(15));
    assertThat(limiter.look("flood-6")).isEqualTo(Duration.ofSeconds(15));
    limiter.giveBack("flood-0");
    assertThat(limiter.look("flood-6")).isEqualTo(Duration.ofSeconds(15));
    drain(limiter, "a", 3);
  }

  @Test
  void who_has_been_quiet_makes_room_for_others() {
    RateLimiter limiter = limiter(Rate.perMinute(2), 3);
    drain(limiter, "busy", 2);
    limiter.take("quiet-1");
    limiter.take("quiet-2");
    clock.pass(Duration.ofSeconds(30));
    drain(limiter, "new", 2);
    assertThat(limiter.size()).isEqualTo(2);
    drain(limiter, "busy", 1);
  }

  @Test
  void full_buckets_are_looked_for_at_most_ten_times_a_second() {
    RateLimiter limiter = limiter(Rate.perSecond(1_000, 1), 1);
    limiter.take("a");
    assertThat(limiter.take("b")).isZero();
    clock.pass(Duration.ofMillis(2));
    assertThat(limiter.take("b")).isZero();
    assertThat(limiter.size()).isEqualTo(1);
    assertThat(limiter.take("a")).as("b had the shared bucket").isZero();
    clock.pass(Duration.ofMillis(98));
    assertThat(limiter.take("b")).isZero();
    assertThat(limiter.take("b")).as("its own bucket now").isPositive();
  }

  /** Tokens as a fraction that grows with time: the textbook's bucket, slow and exact enough. */
  @ParameterizedTest
  @CsvSource({"7,10,5,1", "11,200,400,2", "13,1,1,3", "17,1000,30,4"})
  void it_counts_as_the_textbook_does(int seed, int perSecond, int burst, int keys) {
    RateLimiter limiter = limiter(Rate.perSecond(perSecond, burst), MANY);
    Random random = new Random(seed);
    Map<String, Double> tokens = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      int micros = random.nextInt(2_000_000 / perSecond);
      clock.pass(Duration.ofNanos(micros * 1_000L));
      double grown = micros * (double) perSecond / 1e6;
      tokens.replaceAll((key, some) -> Math.min(burst, some + grown));
      String key = "key-" + random.nextInt(keys);
      double has = tokens.getOrDefault(key, (double) burst);
      boolean taken = limiter.take(key).isZero();
      if (Math.abs(has - 1) > 1e-6) {
        assertThat(taken).as("step %d, %s tokens", i, has).isEqualTo(has > 1);
      }
      tokens.put(key, taken ? has - 1 : has);
    }
  }

  @Test
  void nonsense_is_refused() {
    assertThatThrownBy(() -> limiter(Rate.perSecond(1, 1), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Rate.perSecond(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rate(Duration.ZERO, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rate(Duration.ofDays(1_000), Integer.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
  }

  private void drain(RateLimiter limiter, String key, int tokens) {
    for (int i = 0; i < tokens; i++) {
      assertThat(limiter.take(key)).as("%s, token %d", key, i).isZero();
    }
    assertThat(limiter.take(key)).as("%s beyond %d", key, tokens).isPositive();
  }

  private RateLimiter limiter(Rate rate, int mostKeys) {
    return new RateLimiter(rate, mostKeys, clock);
  }
}
