package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.access.kombit.KombitHttp.Exchange;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** Calls a token service and tells apart why there is no answer of use. */
final class TokenServiceCall {
  static final String FORM = "application/x-www-form-urlencoded;charset=UTF-8";
  private static final int SERVER_ERROR = 500;
  private final String service;

  /**
   * @param service how a person who reads the error knows it
   */
  TokenServiceCall(String service) {
    this.service = service;
  }

  /** A question that is answered in JSON. */
  static HttpRequest question(URI endpoint, String contentType, String body) {
    return HttpRequest.newBuilder(endpoint)
        .header("Content-Type", contentType)
        .header("Accept", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
        .build();
  }

  /** Any answer, whatever its status. */
  Exchange.Answered answer(KombitHttp http, HttpRequest request) throws NoToken {
    if (http.exchange(request) instanceof Exchange.Answered answer) {
      return answer;
    }
    throw new NoToken(NoToken.Reason.UNREACHABLE, service + " does not answer");
  }

  /** The body of an answer with status 200. */
  byte[] body(KombitHttp http, HttpRequest request) throws NoToken {
    Exchange.Answered answer = answer(http, request);
    if (answer.status() == 200) {
      return answer.body();
    }
    throw refused(answer.status(), "");
  }

  /**
   * A server's own failure may pass; any other status is a refusal.
   *
   * @param code the service's code of the reason, ours to show; empty when it told none
   */
  NoToken refused(int status, String code) {
    return new NoToken(
        status >= SERVER_ERROR ? NoToken.Reason.UNREACHABLE : NoToken.Reason.REFUSED,
        service + " answered " + status + (code.isEmpty() ? "" : ", " + code));
  }

  NoToken unreadable(String what) {
    return new NoToken(NoToken.Reason.UNREADABLE, service + " answered " + what);
  }
}
