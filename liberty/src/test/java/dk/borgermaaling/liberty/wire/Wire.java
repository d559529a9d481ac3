package dk.borgermaaling.liberty.wire;

import dk.borgermaaling.liberty.Contents;
import dk.borgermaaling.liberty.Played;
import dk.borgermaaling.liberty.Tables;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.caller.CallerSettings;
import dk.borgermaaling.simulators.certificates.KeyFile;
import dk.borgermaaling.simulators.world.Town;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The played system's doors, and the clients that knock at them with and without certificate. */
final class Wire {
  private static final String TOKEN_SERVICE = "/runtime/services/kombittrust/14/certificatemixed";
  private static @Nullable Wire played;

  private final WholeSystem system;
  private final KeyStore trust;
  private final Gateway nobody;
  private final Map<String, Gateway> clients = new ConcurrentHashMap<>();

  private Wire(WholeSystem system) {
    this.system = system;
    this.trust = KeyFile.trust(certificate("trust.p12"));
    this.nobody = Gateway.withoutCertificate(trust);
  }

  /** The system in which the story is told. */
  static synchronized Wire played() {
    Wire known = played;
    if (known == null) {
      known = new Wire(Played.system());
      played = known;
    }
    return known;
  }

  WholeSystem system() {
    return system;
  }

  Tables tables() {
    return new Tables(system);
  }

  Contents contents() {
    return new Contents(system);
  }

  Path certificate(String file) {
    return system.state().certificates().resolve(file);
  }

  KeyFile key(String name) {
    return KeyFile.read(certificate(name + ".p12"));
  }

  URI soap() {
    return system.gateway().resolve("/soap/case-events");
  }

  /** The same service in Liberty's profile. */
  URI liberty() {
    return system.gateway().resolve("/soap/liberty/case-events");
  }

  URI mutualTls(String path) {
    return URI.create("https://localhost:" + system.ports().mutualTls() + path);
  }

  /** A client that shows no certificate. */
  Gateway nobody() {
    return nobody;
  }

  /** A client that shows the certificate of this party. */
  Gateway as(String name) {
    return clients.computeIfAbsent(name, n -> Gateway.withCertificate(key(n), trust));
  }

  HttpResponse<String> post(Gateway client, URI to, String contentType, String body) {
    return post(client, to, contentType, BodyPublishers.ofString(body));
  }

  HttpResponse<String> post(Gateway client, URI to, String contentType, BodyPublisher body) {
    return send(client, HttpRequest.newBuilder(to).header("Content-Type", contentType).POST(body));
  }

  /** A signed message, or one that pretends to be. */
  HttpResponse<String> soap(String message) {
    return post(nobody, soap(), "application/soap+xml; charset=utf-8", message);
  }

  HttpResponse<String> get(URI from) {
    return send(nobody, HttpRequest.newBuilder(from).GET());
  }

  HttpResponse<String> send(Gateway client, HttpRequest.Builder request) {
    try {
      return client.send(request.timeout(Duration.ofSeconds(60)).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Silkeborg's caller, as it is in the demonstration. */
  CallerSettings caller() {
    return new CallerSettings(
        system.simulatorsAddress().resolve(TOKEN_SERVICE),
        soap(),
        CallerSettings.AUDIENCE,
        Town.SILKEBORG.cvr(),
        key("caller"),
        KeyFile.trust(certificate("sts-trust.p12")),
        pem("gateway"),
        nobody.tls());
  }

  private X509Certificate pem(String name) {
    try (InputStream in = Files.newInputStream(certificate(name + ".pem"))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
