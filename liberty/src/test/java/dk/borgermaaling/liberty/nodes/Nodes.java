package dk.borgermaaling.liberty.nodes;

import dk.borgermaaling.gateway.edge.soap.Corpus;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.soap.RawMessage;
import dk.borgermaaling.gateway.edge.soap.TestToken;
import dk.borgermaaling.liberty.Tables;
import dk.borgermaaling.liberty.launcher.SecondNode;
import dk.borgermaaling.liberty.launcher.TestSession;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import dk.borgermaaling.liberty.wire.FreshEvent;
import dk.borgermaaling.liberty.wire.RawTls;
import dk.borgermaaling.liberty.wire.SignedRequest;
import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.certificates.KeyFile;
import dk.borgermaaling.simulators.world.Town;
import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Both nodes, started once for all tests of the JVM, and callers of them. */
public final class Nodes {
  private static @Nullable Nodes running;
  public static final Instant WHEN_ALL_TAKE_PART = Instant.parse("2026-12-01T09:00:00Z");
  private static final String SOAP = "/soap/case-events";
  private static final String MUNICIPALITY = "0740";
  private static final String GROUP = "6.2";
  private static final String EVENTS = "/rest/v1/case-events";

  private final WholeSystem system;
  private final SecondNode second;
  private final Gateway nobody;
  private final Gateway caller;
  private final KeyStore trust;

  private Nodes(WholeSystem system) {
    this.system = system;
    system.startGateway();
    setClock(WHEN_ALL_TAKE_PART);
    this.second = system.startSecondNode();
    this.trust = KeyFile.trust(certificate("trust.p12"));
    this.nobody = Gateway.withoutCertificate(trust);
    this.caller = Gateway.withCertificate(key("caller"), trust);
  }

  public static synchronized Nodes running() {
    Nodes known = running;
    if (known == null) {
      known = new Nodes(TestSession.system());
      running = known;
    }
    return known;
  }

  public WholeSystem system() {
    return system;
  }

  /** From now on it is this time, for both nodes. */
  public void setClock(Instant business) {
    system.setGatewaysClock(business, 1);
  }

  long count(String query) {
    return new Tables(system).count(query);
  }

  /** Addresses of both, the first one's first. */
  List<URI> addresses() {
    return List.of(system.gateway(), second.gateway());
  }

  /** The same over mutual TLS. */
  public List<URI> mutualTls() {
    return List.of(
        URI.create("https://localhost:" + system.ports().mutualTls()),
        URI.create("https://localhost:" + second.ports().mutualTls()));
  }

  /** A client that shows this party's certificate; none without a party. */
  public Gateway client(@Nullable String party) {
    return party == null ? nobody : Gateway.withCertificate(key(party), trust);
  }

  Path certificate(String file) {
    return system.state().certificates().resolve(file);
  }

  public Identity identity(String party) {
    KeyFile key = key(party);
    return new Identity(key.certificate(), key.key());
  }

  /** A message of its own event, addressed to the first node, which stands for both. */
  RawMessage message(Identity issuer, Identity holder, String eventId) {
    TestToken token = TestToken.issued(issuer, holder, Town.SILKEBORG.cvr());
    return RawMessage.of(
        token, system.gateway().resolve(SOAP).toString(), fresh(eventId).soap(MUNICIPALITY, GROUP));
  }

  HttpResponse<String> soap(URI node, byte[] message) {
    return send(
        nobody,
        HttpRequest.newBuilder(node.resolve(SOAP))
            .header("Content-Type", "application/soap+xml; charset=utf-8")
            .POST(BodyPublishers.ofByteArray(message)));
  }

  /** An access token of this node for the caller. */
  String accessToken(URI node, Identity issuer) {
    return accessToken(node, issuer, Town.SILKEBORG.cvr());
  }

  /** As {@link #accessToken(URI, Identity)}, on behalf of the municipality with this CVR. */
  public String accessToken(URI node, Identity issuer, String cvr) {
    String assertion = TestToken.issued(issuer, identity("caller"), cvr).xml();
    String base64 = Base64.getEncoder().encodeToString(assertion.getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        send(
            caller,
            HttpRequest.newBuilder(node.resolve("/rest/v1/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "saml-token=" + URLEncoder.encode(base64, StandardCharsets.UTF_8))));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the token endpoint answered " + answer.statusCode());
    }
    return Json.createReader(new StringReader(answer.body()))
        .readObject()
        .getString("access_token");
  }

  HttpResponse<String> event(URI node, String accessToken, String eventId) {
    return send(
        caller,
        HttpRequest.newBuilder(node.resolve(EVENTS))
            .header("Content-Type", "application/cloudevents+json")
            .header("Authorization", "Holder-of-key " + accessToken)
            .header("x-TransaktionsId", UUID.randomUUID() + ".1")
            .header("x-TransaktionsTid", "2026-11-26T09:00:00+01:00")
            .POST(BodyPublishers.ofString(fresh(eventId).cloudEvent(MUNICIPALITY, GROUP))));
  }

  /** One event for this node with an HTTP signature. */
  SignedRequest signed(URI node, Identity signer, String eventId) {
    return new SignedRequest(
        signer,
        node.resolve(EVENTS),
        "application/cloudevents+json",
        fresh(eventId).cloudEvent(MUNICIPALITY, GROUP));
  }

  HttpResponse<String> signedEvent(URI node, Identity signer, String eventId) {
    return send(nobody, signed(node, signer, eventId).builder());
  }

  /** The status of the answer to these bytes, which may name another host than the node's. */
  int bytes(URI node, String bytes) {
    List<Integer> statuses = RawTls.send(nobody, node.getPort(), bytes);
    if (statuses.size() != 1) {
      throw new IllegalStateException("there were " + statuses.size() + " answers and not one");
    }
    return statuses.get(0);
  }

  public static HttpResponse<String> send(Gateway client, HttpRequest.Builder request) {
    try {
      return client.send(request.timeout(Duration.ofSeconds(60)).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private KeyFile key(String party) {
    return KeyFile.read(certificate(party + ".p12"));
  }

  private static FreshEvent fresh(String eventId) {
    return new FreshEvent(eventId, Corpus.CPR, Instant.parse(Corpus.DATE + "T09:00:00Z"));
  }
}
