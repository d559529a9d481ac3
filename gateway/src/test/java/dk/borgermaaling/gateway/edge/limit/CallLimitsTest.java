package dk.borgermaaling.gateway.edge.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallLimitsTest {
  private static final Identity CLIENT = Identity.authority("client");
  private static final Identity OTHER = Identity.authority("other client");
  private static final Thumbprint CERTIFICATE = Thumbprint.of(CLIENT.certificate());
  private static final String ADDRESS = "192.0.2.1";
  private final HandClock clock = new HandClock(7);

  /** Two calls a second, four at once; six refused ones a minute. */
  private final CallLimits limits = new CallLimits(new LimitSettings(2, 4, 6, 100), clock);

  @Test
  void a_certificate_has_its_own_limit_from_any_address() {
    times(4, () -> begin(Requests.from(CLIENT)).requireWithin());
    beyond(() -> begin(Requests.from(CLIENT)).requireWithin(), 1);
    beyond(() -> begin(Requests.from("::1", CLIENT, "GET", "/rest")).requireWithin(), 1);
    begin(Requests.from(OTHER)).requireWithin();
    begin(Requests.from(ADDRESS)).requireWithin();
    clock.pass(Duration.ofMillis(500));
    begin(Requests.from(CLIENT)).requireWithin();
  }

  @Test
  void an_address_that_proves_nothing_has_one_too() {
    times(4, () -> begin(Requests.from("2001:db8::1")).requireWithin());
    beyond(() -> begin(Requests.from("2001:db8::2")).requireWithin(), 1);
    begin(Requests.from("2001:db8:0:1::1")).requireWithin();
  }

  @Test
  void a_verified_signature_makes_the_call_its_certificates_and_the_address_has_it_back() {
    times(
        3,
        () -> {
          verified(CLIENT);
          verified(OTHER);
        });
    times(4, () -> begin(Requests.from(ADDRESS)).requireWithin());
    beyond(() -> begin(Requests.from(ADDRESS)).requireWithin(), 1);
  }

  @Test
  void a_verified_caller_beyond_its_limit_uses_up_its_address_too() {
    times(4, () -> verified(CLIENT));
    times(4, () -> beyond(() -> verified(CLIENT), 1));
    beyond(() -> begin(Requests.from(ADDRESS)).requireWithin(), 1);
  }

  @Test
  void a_call_over_mutual_tls_is_counted_once() {
    times(
        4,
        () -> {
          HttpServletRequest request = Requests.from(CLIENT);
          begin(request).requireWithin();
          LimitedCall.verified(request, CERTIFICATE);
          LimitedCall.verified(request, CERTIFICATE);
        });
    beyond(() -> begin(Requests.from(CLIENT)).requireWithin(), 1);
  }

  @Test
  void who_sends_only_what_is_refused_is_stopped_before_anything_is_verified() {
    times(6, () -> refused(ADDRESS));
    clock.pass(Duration.ofSeconds(2));
    beyond(() -> begin(Requests.from(ADDRESS)).requireWithin(), 5);
    begin(Requests.from("192.0.2.2")).requireWithin();
    clock.pass(Duration.ofSeconds(5));
    refused(ADDRESS);
    beyond(() -> begin(Requests.from(ADDRESS)).requireWithin(), 10);
  }

  @Test
  void calls_beyond_a_limit_do_not_count_as_refused() {
    times(6, () -> refused(ADDRESS));
    for (int i = 0; i < 100; i++) {
      begin(Requests.from(ADDRESS)).end(429);
    }
    clock.pass(Duration.ofMinutes(1));
    times(6, () -> refused(ADDRESS));
  }

  @Test
  void a_caller_whose_calls_are_accepted_half_of_the_time_is_never_slowed() {
    for (int i = 0; i < 100; i++) {
      refused(ADDRESS);
      HttpServletRequest good = Requests.from(ADDRESS);
      LimitedCall call = begin(good);
      call.requireWithin();
      LimitedCall.verified(good, CERTIFICATE);
      call.end(200);
      clock.pass(Duration.ofSeconds(2));
    }
    clock.pass(Duration.ofSeconds(2));
    begin(Requests.from(ADDRESS)).requireWithin();
  }

  @ParameterizedTest
  @CsvSource({"200,false", "304,false", "400,true", "401,true", "404,true", "413,true", "500,true"})
  void what_fails_before_a_key_is_proved_is_refused(int status, boolean counts) {
    times(
        6,
        () -> {
          LimitedCall call = begin(Requests.from(CLIENT));
          call.requireWithin();
          call.end(status);
          clock.pass(Duration.ofMillis(500));
        });
    LimitedCall next = begin(Requests.from(CLIENT));
    if (counts) {
      beyond(next::requireWithin, 7);
    } else {
      assertThatCode(next::requireWithin).doesNotThrowAnyException();
    }
  }

  @Test
  void a_verified_callers_own_mistakes_are_not_refusals() {
    for (int i = 0; i < 50; i++) {
      HttpServletRequest request = Requests.from(CLIENT);
      LimitedCall call = begin(request);
      call.requireWithin();
      LimitedCall.verified(request, CERTIFICATE);
      call.end(409);
      clock.pass(Duration.ofMillis(500));
    }
    begin(Requests.from(CLIENT)).requireWithin();
  }

  @Test
  void where_no_calls_are_counted_nothing_happens() {
    HttpServletRequest request = Requests.from(ADDRESS);
    LimitedCall.requireWithin(request);
    LimitedCall.verified(request, CERTIFICATE);
    LimitedCall.requireWithin(null);
    LimitedCall.verified(null, CERTIFICATE);
    assertThat(request.getAttribute(LimitedCall.ATTRIBUTE)).isNull();
  }

  @Test
  void the_log_tells_of_a_caller_once_a_minute() {
    List<String> lines = new ArrayList<>();
    Handler handler = new Collecting(lines);
    Logger logger = Logger.getLogger(CallLimits.class.getName());
    logger.addHandler(handler);
    try {
      for (int i = 0; i < 100; i++) {
        begin(Requests.from(CLIENT));
        begin(Requests.from(ADDRESS));
      }
      assertThat(lines)
          .hasSize(2)
          .anySatisfy(line -> assertThat(line).contains("certificate " + CERTIFICATE))
          .anySatisfy(line -> assertThat(line).contains("address " + ADDRESS));
      clock.pass(Duration.ofMinutes(1));
      times(5, () -> begin(Requests.from(CLIENT)));
      assertThat(lines).hasSize(3);
    } finally {
      logger.removeHandler(handler);
    }
  }

  @Test
  void a_caller_may_have_only_so_many_calls_under_way() {
    CallLimits two = new CallLimits(new LimitSettings(1_000, 1_000, 1_000, 2), clock);
    LimitedCall first = two.begin(Requests.from(ADDRESS));
    two.begin(Requests.from(ADDRESS)).requireWithin();
    LimitedCall third = two.begin(Requests.from(ADDRESS));
    beyond(third::requireWithin, 1);
    two.begin(Requests.from(CLIENT)).requireWithin();
    third.end(429);
    beyond(() -> two.begin(Requests.from(ADDRESS)).requireWithin(), 1);
    first.end(200);
    beyond(() -> two.begin(Requests.from(ADDRESS)).requireWithin(), 1);
  }

  @Test
  void the_end_of_a_call_makes_room_for_another() {
    CallLimits one = new CallLimits(new LimitSettings(1_000, 1_000, 1_000, 1), clock);
    for (int status : new int[] {200, 401, 500}) {
      LimitedCall call = one.begin(Requests.from(ADDRESS));
      call.requireWithin();
      call.end(status);
    }
  }

  @ParameterizedTest
  @CsvSource({"0,1,1", "1,0,1", "1,1,0", "-1,1,1", "1000001,1,1", "1,1000001,1"})
  void settings_out_of_range_stop_the_start(int calls, int burst, int refused) {
    assertThatThrownBy(() -> new LimitSettings(calls, burst, refused, 100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("gateway.limit.");
    assertThatThrownBy(() -> new LimitSettings(1, 1, 1, 0))
        .hasMessageStartingWith("gateway.limit.at-once");
  }

  private LimitedCall begin(HttpServletRequest request) {
    return limits.begin(request);
  }

  private void verified(Identity signer) {
    HttpServletRequest request = Requests.from(ADDRESS);
    begin(request).requireWithin();
    LimitedCall.verified(request, Thumbprint.of(signer.certificate()));
  }

  /** One that is let in, fails, and leaves time for the limit of calls to recover. */
  private void refused(String address) {
    LimitedCall call = begin(Requests.from(address));
    call.requireWithin();
    call.end(401);
    clock.pass(Duration.ofMillis(500));
  }

  private static void beyond(Runnable call, long seconds) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> {
              assertThat(thrown.problem().type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
              assertThat(thrown.problem())
                  .isEqualTo(new Problem.TooManyRequests(Duration.ofSeconds(seconds)));
            });
  }

  private static void times(int times, Runnable work) {
    for (int i = 0; i < times; i++) {
      work.run();
    }
  }

  private static final class Collecting extends Handler {
    private final List<String> lines;

    Collecting(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
