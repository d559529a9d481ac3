package dk.borgermaaling.gateway.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.limit.CallLimits;
import dk.borgermaaling.gateway.edge.limit.HandClock;
import dk.borgermaaling.gateway.edge.limit.LimitSettings;
import dk.borgermaaling.gateway.edge.limit.LimitedCall;
import dk.borgermaaling.gateway.edge.limit.Requests;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.kernel.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitFilterTest {
  private static final Identity CLIENT = Identity.authority("client");
  private static final String REST = "/rest/v1/case-events";
  private static final String SOAP = "/soap/case-events";
  private final HandClock clock = new HandClock(-3);
  private final LimitFilter filter =
      new LimitFilter(
          new CallLimits(new LimitSettings(1, 2, 3, 100), clock),
          List.of(
              new LimitedPath("soap", LimitedPath.Protocol.SOAP),
              new LimitedPath("rest", LimitedPath.Protocol.HTTP)));

  private int passedOn;

  @Test
  void beyond_its_limit_a_caller_of_rest_gets_a_problem_that_says_when_to_come_again()
      throws Exception {
    assertThat(send(rest(), 200).status).isEqualTo(200);
    assertThat(send(rest(), 200).status).isEqualTo(200);
    Servlets.Answer limited = send(rest(), 200);
    assertThat(limited.status).isEqualTo(429);
    assertThat(limited.headers)
        .containsEntry("Retry-After", "1")
        .containsEntry("Content-Type", "application/problem+json");
    assertThat(limited.body())
        .contains(
            "\"type\":\"http://borgermaaling.dk/problems/too-many-requests\"",
            "\"title\":\"The caller calls too often\"",
            "\"status\":429",
            "\"detail\":\"Too many calls; try again in 1 s\"",
            "\"instance\":\"urn:uuid:");
    assertThat(passedOn).isEqualTo(2);
    clock.pass(Duration.ofSeconds(1));
    assertThat(send(rest(), 200).status).isEqualTo(200);
  }

  @Test
  void beyond_its_limit_a_message_goes_on_to_the_endpoint_which_refuses_it() throws Exception {
    send(soap("POST"), 200);
    send(soap("POST"), 200);
    HttpServletRequest limited = soap("POST");
    send(limited, 200);
    assertThat(passedOn).isEqualTo(3);
    assertThatThrownBy(() -> LimitedCall.requireWithin(limited))
        .isInstanceOf(ProblemException.class)
        .hasMessage("Too many calls; try again in 1 s");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /soap/case-events, true",
    "POST, /soap/case-events, true",
    "POST, //soap;x=1/case-events, true",
    "GET, /rest/v1/openapi.yaml, true",
    "DELETE, /./rest, true",
    "POST, /s/soap, false",
    "POST, /soaps, false",
    "POST, /fasit/events, false",
    "GET, /, false"
  })
  void the_calls_of_other_systems_are_counted_and_no_others(
      String method, String path, boolean counted) throws Exception {
    HttpServletRequest last = Requests.from("192.0.2.1", null, method, path);
    for (int i = 0; i < 3; i++) {
      last = Requests.from("192.0.2.1", null, method, path);
      send(last, 200);
    }
    assertThat(last.getAttribute(LimitedCall.class.getName()) != null).isEqualTo(counted);
  }

  @Test
  void who_is_refused_too_often_is_answered_before_anything_is_verified() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(send(rest(), 401).status).isEqualTo(401);
      clock.pass(Duration.ofSeconds(1));
    }
    Servlets.Answer limited = send(rest(), 401);
    assertThat(limited.status).isEqualTo(429);
    assertThat(limited.headers).containsEntry("Retry-After", "17");
    assertThat(passedOn).isEqualTo(3);
  }

  @Test
  void a_call_that_ends_with_an_exception_counts_as_refused() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> filter.doFilter(rest(), new Servlets.Answer().response(), broken()))
          .isInstanceOf(IllegalStateException.class);
      clock.pass(Duration.ofSeconds(1));
    }
    assertThat(send(rest(), 200).status).isEqualTo(429);
  }

  private Servlets.Answer send(HttpServletRequest request, int status)
      throws IOException, ServletException {
    Servlets.Answer answer = new Servlets.Answer();
    filter.doFilter(
        request,
        answer.response(),
        (passed, response) -> {
          passedOn++;
          ((HttpServletResponse) response).setStatus(status);
        });
    return answer;
  }

  private static FilterChain broken() {
    return (request, response) -> {
      throw new IllegalStateException("broken");
    };
  }

  private static HttpServletRequest rest() {
    return Requests.from("192.0.2.1", CLIENT, "GET", REST);
  }

  private static HttpServletRequest soap(String method) {
    return Requests.from("192.0.2.1", null, method, SOAP);
  }
}
