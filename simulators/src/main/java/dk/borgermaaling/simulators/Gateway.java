package dk.borgermaaling.simulators;

import dk.borgermaaling.simulators.certificates.KeyFile;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The way to the gateway: HTTP/1.1 over TLS, trusting the demonstration's root and nothing else.
 */
public final class Gateway {
  private final HttpClient client;
  private final SSLContext tls;

  private Gateway(SSLContext tls) {
    this.tls = tls;
    this.client =
        HttpClient.newBuilder()
            .sslContext(tls)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Shows the certificate of {@code key} in TLS. */
  public static Gateway withCertificate(KeyFile key, KeyStore trust) {
    return new Gateway(tls(key.managers(), trust));
  }

  public static Gateway withoutCertificate(KeyStore trust) {
    return new Gateway(tls(new KeyManager[0], trust));
  }

  /** TLS with these keys, trusting what is in {@code trust} only. */
  public static SSLContext tls(KeyManager[] keys, KeyStore trust) {
    try {
      TrustManagerFactory trusted =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(trust);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, trusted.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS cannot be set up", e);
    }
  }

  /** The TLS of this client, for clients of another make. */
  public SSLContext tls() {
    return tls;
  }

  public HttpClient client() {
    return client;
  }

  /** Sends and reads the answer as UTF-8 text. */
  public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
