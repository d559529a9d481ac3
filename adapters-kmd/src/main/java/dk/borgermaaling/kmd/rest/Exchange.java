package dk.borgermaaling.kmd.rest;

import dk.borgermaaling.gateway.kernel.Circuit;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.http.CappedBody;
import dk.borgermaaling.kmd.Momentum.SearchTooLong;
import dk.borgermaaling.kmd.Unanswered;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request and its repeats. Repeated are time-outs, broken connections, 429 and 5xx (Momentum's
 * gateway answers 504 to long searches now and then), with growing pauses, or those that Momentum
 * asks for; nothing else. While the circuit is open nothing is sent. The log says what kind of
 * failure it was, never its text, which can quote an address or a header.
 */
final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int GATEWAY_TIMEOUT = 504;
  private static final int MOST_DOUBLINGS = 4;

  /** A search that can be divided is asked for twice: once may have been bad luck. */
  private static final int TRIES_OF_A_LONG_SEARCH = 2;

  /** Momentum may ask for a longer pause; then the run breaks off. */
  private static final Duration LONGEST_REST = Duration.ofMinutes(2);

  private static final Duration TRY_AGAIN = Duration.ofMinutes(1);

  /** Bytes: a page of 1,000 rows, with 16 KiB for each. */
  static final int LARGEST_ANSWER = 16 * 1024 * 1024;

  private final HttpClient client;
  private final HttpSettings settings;
  private final Pause pause;
  private final Circuit circuit;
  private final String system;

  /**
   * @param system name for logs and problems, for example {@code Momentum 0461}
   */
  Exchange(HttpClient client, HttpSettings settings, Pause pause, Circuit circuit, String system) {
    this.client = client;
    this.settings = settings;
    this.pause = pause;
    this.circuit = circuit;
    this.system = system;
  }

  /**
   * The first answer that is worth no repeat.
   *
   * @param operation for the log; never a URL, which can name a citizen
   * @param request made anew for each try, so that a new token is used
   */
  HttpResponse<byte[]> send(String operation, Supplier<HttpRequest> request) {
    return send(operation, request, false);
  }

  /**
   * As {@link #send(String, Supplier)}.
   *
   * @param divisible whether the caller would rather ask for less than again and again
   * @throws SearchTooLong when it would
   */
  HttpResponse<byte[]> send(String operation, Supplier<HttpRequest> request, boolean divisible) {
    String failure = "";
    int timeouts = 0;
    for (int attempt = 1; attempt <= settings.attempts(); attempt++) {
      if (!circuit.lets()) {
        throw Unanswered.problem(
            system, operation + ": nothing is asked while the circuit is open", untilItCloses());
      }
      Duration asked = Duration.ZERO;
      try {
        HttpResponse<byte[]> response = once(request.get());
        int status = response.statusCode();
        if (status < 500 && status != TOO_MANY_REQUESTS) {
          return response;
        }
        if (status == GATEWAY_TIMEOUT
            && divisible
            && ++timeouts >= Math.min(TRIES_OF_A_LONG_SEARCH, settings.attempts())) {
          LOG.info("{}: {} is too long, it is asked in parts", system, operation);
          throw new SearchTooLong();
        }
        failure = "status " + status;
        asked = retryAfter(response);
        if (status != GATEWAY_TIMEOUT || !divisible) {
          circuit.failed();
        }
      } catch (ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof CappedBody.TooLarge) {
          throw unexpected(operation, "more than " + LARGEST_ANSWER + " bytes");
        }
        failure = cause.getClass().getSimpleName();
        circuit.failed();
      } catch (TimeoutException e) {
        failure = "no answer in " + settings.timeout();
        circuit.failed();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw unanswered(operation, "interrupted", TRY_AGAIN);
      }
      LOG.warn(
          "{}: {} failed, try {} of {}: {}",
          system,
          operation,
          attempt,
          settings.attempts(),
          failure);
      if (asked.compareTo(LONGEST_REST) > 0) {
        throw unanswered(operation, failure, asked);
      }
      if (attempt < settings.attempts() && circuit.lets()) {
        rest(operation, attempt, asked);
      }
    }
    throw unanswered(operation, failure, TRY_AGAIN);
  }

  private Duration untilItCloses() {
    return circuit.openUntil().isPresent() ? circuit.openFor() : TRY_AGAIN;
  }

  /** Whole seconds alone; a date as Retry-After is taken for none. */
  private static Duration retryAfter(HttpResponse<byte[]> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("[0-9]{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(Duration.ZERO);
  }

  private HttpResponse<byte[]> once(HttpRequest request)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, head -> new CappedBody(LARGEST_ANSWER));
    try {
      return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      answer.cancel(true);
    }
  }

  private void rest(String operation, int attempt, Duration asked) {
    Duration own = settings.pause().multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
    try {
      pause.of(asked.compareTo(own) > 0 ? asked : own);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unanswered(operation, "interrupted", TRY_AGAIN);
    }
  }

  /** What was asked for has been told: the circuit counts failures from 0 again. */
  void told() {
    circuit.succeeded();
  }

  /** The system answered, but not what it should; said to the log, and the run breaks off. */
  ProblemException unexpected(String operation, String what) {
    LOG.warn("{}: {} was answered with {}", system, operation, what);
    circuit.failed();
    return unanswered(operation, "answered with " + what, TRY_AGAIN);
  }

  private ProblemException unanswered(String operation, String failure, Duration retryAfter) {
    return Unanswered.problem(system, operation + ": " + failure, retryAfter);
  }
}
