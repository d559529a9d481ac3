package dk.borgermaaling.kmd.rest;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.http.CappedBody;
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
 * gateway answers 504 to long searches now and then), with growing pauses; nothing else. The log
 * says what kind of failure it was, never its text, which can quote an address or a header.
 */
final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int MOST_DOUBLINGS = 4;

  /** Bytes: a page of 1,000 rows, with 16 KiB for each. */
  static final int LARGEST_ANSWER = 16 * 1024 * 1024;

  private final HttpClient client;
  private final HttpSettings settings;
  private final Pause pause;
  private final String system;

  /**
   * @param system name for logs and problems, for example {@code Momentum 0461}
   */
  Exchange(HttpClient client, HttpSettings settings, Pause pause, String system) {
    this.client = client;
    this.settings = settings;
    this.pause = pause;
    this.system = system;
  }

  /**
   * The first answer that is worth no repeat.
   *
   * @param operation for the log; never a URL, which can name a citizen
   * @param request made anew for each try, so that a new token is used
   */
  HttpResponse<byte[]> send(String operation, Supplier<HttpRequest> request) {
    for (int attempt = 1; attempt <= settings.attempts(); attempt++) {
      String failure;
      try {
        HttpResponse<byte[]> response = once(request.get());
        if (response.statusCode() < 500 && response.statusCode() != TOO_MANY_REQUESTS) {
          return response;
        }
        failure = "status " + response.statusCode();
      } catch (ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof CappedBody.TooLarge) {
          throw unexpected(operation, "more than " + LARGEST_ANSWER + " bytes");
        }
        failure = cause.getClass().getSimpleName();
      } catch (TimeoutException e) {
        failure = "no answer in " + settings.timeout();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw unavailable();
      }
      LOG.warn(
          "{}: {} failed, try {} of {}: {}",
          system,
          operation,
          attempt,
          settings.attempts(),
          failure);
      if (attempt < settings.attempts()) {
        rest(attempt);
      }
    }
    throw unavailable();
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

  private void rest(int attempt) {
    try {
      pause.of(settings.pause().multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  /** The system answered, but not what it should; said to the log, and the run breaks off. */
  ProblemException unexpected(String operation, String what) {
    LOG.warn("{}: {} was answered with {}", system, operation, what);
    return unavailable();
  }

  private ProblemException unavailable() {
    return new ProblemException(new Problem.UpstreamUnavailable(system, Duration.ofMinutes(1)));
  }
}
