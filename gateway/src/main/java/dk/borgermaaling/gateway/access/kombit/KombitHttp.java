package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.kernel.http.CappedBody;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;

/**
 * Makes one HTTP call and tells apart what matters to a sender: answered, never left, or lost on
 * the way. HTTP/1.1, because HTTP/2 was reset by Serviceplatformen; no redirects; the whole call,
 * answer included, has one time limit and the answer a size limit.
 */
public final class KombitHttp {
  private final HttpClient client;
  private final Duration timeout;
  private final int largestAnswer;

  /**
   * @param timeout of one whole call; the client's own connect time-out must be shorter, so that a
   *     call that never connected is not taken for a lost one
   * @param largestAnswer bytes
   */
  public KombitHttp(HttpClient client, Duration timeout, int largestAnswer) {
    if (client.connectTimeout().filter(connect -> connect.compareTo(timeout) < 0).isEmpty()) {
      throw new IllegalArgumentException("the connect time-out must be shorter than the call's");
    }
    this.client = client;
    this.timeout = timeout;
    this.largestAnswer = largestAnswer;
  }

  /**
   * A client for calls with the function certificate. The JDK's client repeats a POST only when
   * {@code jdk.httpclient.enableAllMethodRetry} says so, therefore it is set to false; and it keeps
   * idle connections for up to 20 minutes, longer than servers do, so that a POST could meet a
   * connection that is just being closed: five seconds are below what any server is known to grant.
   * Both are read once in a JVM, at the first use.
   */
  public static HttpClient client(SSLContext tls, Duration connectTimeout) {
    System.setProperty("jdk.httpclient.enableAllMethodRetry", "false");
    if (System.getProperty("jdk.httpclient.keepalive.timeout") == null) {
      System.setProperty("jdk.httpclient.keepalive.timeout", "5");
    }
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connectTimeout)
        .sslContext(tls)
        .build();
  }

  /** Makes the call. */
  public Exchange exchange(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> call =
        client.sendAsync(request, head -> new CappedBody(largestAnswer));
    try {
      HttpResponse<byte[]> answer = call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Exchange.Answered(answer.statusCode(), answer.body());
    } catch (TimeoutException e) {
      call.cancel(true);
      return new Exchange.Lost("no answer in time");
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return new Exchange.Lost("interrupted");
    } catch (ExecutionException e) {
      return failed(e.getCause() == null ? e : e.getCause());
    }
  }

  /** Says what kind of error it was; an exception's own text may name hosts. */
  private static Exchange failed(Throwable cause) {
    String kind = cause.getClass().getSimpleName();
    boolean neverLeft =
        cause instanceof ConnectException
            || cause instanceof HttpConnectTimeoutException
            || cause instanceof SSLHandshakeException
            || cause instanceof UnresolvedAddressException;
    return neverLeft ? new Exchange.NeverLeft(kind) : new Exchange.Lost(kind);
  }

  /** How a call ended. */
  public sealed interface Exchange {
    /** An answer came, whole and within its size. */
    final class Answered implements Exchange {
      private final int status;
      private final byte[] body;

      Answered(int status, byte[] body) {
        this.status = status;
        this.body = body;
      }

      public int status() {
        return status;
      }

      public byte[] body() {
        return body;
      }
    }

    /** No byte of the request has reached the other side. */
    record NeverLeft(String why) implements Exchange {}

    /** Bytes may have left; no whole answer came. */
    record Lost(String why) implements Exchange {}
  }
}
