package dk.borgermaaling.liberty.model;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.rest.RestMouth;
import dk.borgermaaling.gateway.edge.soap.RawMessage;
import dk.borgermaaling.gateway.edge.soap.TestToken;
import dk.borgermaaling.gateway.testing.ContractXml;
import dk.borgermaaling.gateway.testing.MessageMouth;
import dk.borgermaaling.gateway.testing.PushWords;
import dk.borgermaaling.liberty.nodes.Nodes;
import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.fasit.FasitTargetGroupIds;
import dk.borgermaaling.simulators.world.Town;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The doors of a running server, as the sources knock at them: by the wire, with certificates. */
final class Doors {
  /** What a sender is answered who is not told a repeat from the first. */
  static final String REGISTERED = "REGISTERED";

  private static final List<String> ALL = List.of("0461", "0740", "0751");
  private static final Map<String, String> TENANTS = Map.of("0751", "aarhus");
  private final Nodes nodes;
  private final Optional<PushWords> vendor = ServiceLoader.load(PushWords.class).findFirst();

  Doors(Nodes nodes) {
    this.nodes = nodes;
  }

  /** Who can tell of which towns; a vendor who has been taken out of the build tells nothing. */
  SortedMap<EventSource, List<String>> towns() {
    SortedMap<EventSource, List<String>> towns = new TreeMap<>();
    towns.put(EventSource.OTHER, ALL);
    towns.put(EventSource.BESKEDFORDELER, ALL);
    vendor.ifPresent(words -> towns.put(words.source(), List.copyOf(TENANTS.keySet())));
    return towns;
  }

  /** Signed SOAP; an answer to each. */
  List<String> soap(String town, List<CaseEvent> meant) {
    URI to = nodes.system().gateway().resolve("/soap/case-events");
    TestToken token = TestToken.issued(nodes.identity("sts"), nodes.identity("caller"), cvr(town));
    byte[] message = RawMessage.of(token, to.toString(), ContractXml.batch(meant)).bytes();
    String body =
        post(
            null,
            to,
            "application/soap+xml; charset=utf-8",
            new String(message, StandardCharsets.UTF_8));
    return Jsoup.parse(body, "", Parser.xmlParser()).getAllElements().stream()
        .filter(element -> element.tagName().endsWith("receipt"))
        .map(Doors::answer)
        .toList();
  }

  private static String answer(Element receipt) {
    String name = receipt.child(1).tagName();
    return name.substring(name.indexOf(':') + 1).toUpperCase(Locale.ROOT);
  }

  /** REST with an access token; REJECTED or {@link #REGISTERED} to each. */
  List<String> rest(String town, List<CaseEvent> meant) {
    URI door = mutualTls("");
    String token = nodes.accessToken(door, nodes.identity("sts"), cvr(town));
    String body =
        post(
            "caller",
            mutualTls("/rest/v1/case-events"),
            "application/cloudevents-batch+json",
            RestMouth.batch(meant).toString(),
            "Authorization",
            "Holder-of-key " + token,
            "x-TransaktionsId",
            UUID.randomUUID() + ".1",
            "x-TransaktionsTid",
            "2026-11-26T09:00:00+01:00");
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(receipt -> receipt.getString("outcome"))
          .toList();
    }
  }

  /** A push of Fasit over mutual TLS; an answer to each. */
  List<String> push(String town, List<CaseEvent> meant) {
    PushWords words = vendor.orElseThrow();
    String tenant = TENANTS.getOrDefault(town, "");
    return words.answers(
        post(
            "fasit",
            mutualTls(words.path()),
            "application/xml; charset=UTF-8",
            words.document(tenant, FasitTargetGroupIds.BY_CODE, meant)));
  }

  /** A delivery of Beskedfordeler, which is answered that it is taken. */
  void message(String town, List<CaseEvent> meant) {
    String answer =
        post(
            "beskedfordeler",
            mutualTls("/beskedfordeler/haendelser"),
            "application/xml; charset=UTF-8",
            MessageMouth.message(cvr(town), meant));
    if (!answer.contains("<StatusKode>20</StatusKode>")) {
      throw new AssertionError(answer);
    }
  }

  private URI mutualTls(String path) {
    return nodes.mutualTls().get(0).resolve(path.isEmpty() ? "/" : path);
  }

  private String post(@Nullable String party, URI to, String type, String body, String... headers) {
    Gateway client = nodes.client(party);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    HttpResponse<String> answer =
        Nodes.send(client, headers.length == 0 ? request : request.headers(headers));
    if (answer.statusCode() != 200) {
      throw new AssertionError(to.getPath() + " answered " + answer.statusCode() + answer.body());
    }
    return answer.body();
  }

  private static String cvr(String town) {
    return Arrays.stream(Town.values())
        .filter(one -> one.code().equals(town))
        .findFirst()
        .orElseThrow()
        .cvr();
  }
}
