package dk.borgermaaling.gateway.edge.trust;

import dk.borgermaaling.gateway.kernel.http.CappedBody;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches from the addresses that an operator has named: no redirects, one time limit for the whole
 * exchange, one size limit for what comes back. Waits; for the background alone.
 */
final class Downloads {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private final Duration timeout;
  private final int largest;
  private @Nullable HttpClient http;

  /**
   * @param timeout of one whole exchange
   * @param largest bytes of an answer or a file
   */
  Downloads(Duration timeout, int largest) {
    this.timeout = timeout;
    this.largest = largest;
  }

  /** The bytes of a file or of what an http address answers. */
  byte[] get(URI address) throws Unusable {
    if ("file".equals(address.getScheme())) {
      return file(Path.of(address));
    }
    return send(HttpRequest.newBuilder(address).GET().build());
  }

  byte[] post(URI address, String mediaType, byte[] body) throws Unusable {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", mediaType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  /** Made at first use: it has threads, and most gateways read files alone. */
  private synchronized HttpClient http() {
    HttpClient made = http;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(CONNECT)
              .build();
      http = made;
    }
    return made;
  }

  private byte[] file(Path file) throws Unusable {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(largest);
      if (in.read() >= 0) {
        throw new Unusable("it is larger than allowed");
      }
      return bytes;
    } catch (IOException e) {
      throw new Unusable("it cannot be read", e);
    }
  }

  private byte[] send(HttpRequest request) throws Unusable {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        http().sendAsync(request, answer -> new CappedBody(largest));
    try {
      HttpResponse<byte[]> answer = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() != 200) {
        throw new Unusable("it was asked for and the answer was " + answer.statusCode());
      }
      return answer.body();
    } catch (TimeoutException e) {
      throw new Unusable("it did not come in time", e);
    } catch (ExecutionException e) {
      throw new Unusable(
          e.getCause() instanceof CappedBody.TooLarge
              ? "it is larger than allowed"
              : "it cannot be fetched",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unusable("the node stops", e);
    } finally {
      exchange.cancel(true);
    }
  }
}
