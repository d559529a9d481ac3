package dk.borgermaaling.liberty.wire;

import dk.borgermaaling.gateway.edge.jwt.JwtAttacks;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.soap.TestToken;
import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.certificates.KeyFile;
import dk.borgermaaling.simulators.world.Town;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Requests over REST from people who have no business there, by what is wrong with them. */
final class RestAttacks {
  private static final String EVENTS = "/rest/v1/case-events";
  private static final String EVENT = "application/cloudevents+json";
  private static final String FORM = "application/x-www-form-urlencoded";

  /** Rows that are wrong for a second or two, by a clock that stands still. */
  private static final String OF_THE_SECOND = "the clock skew";

  private static final int LONGEST_HEADER = 8_000;

  private final Wire wire;
  private final String event;
  private final Map<String, Knock> rows = new LinkedHashMap<>();

  /** A request and the client that sends it. */
  record Knock(Gateway client, HttpRequest.Builder request) {}

  private RestAttacks(Wire wire, String event) {
    this.wire = wire;
    this.event = event;
  }

  /** None is trusted. */
  static Map<String, Knock> untrusted(Wire wire, String event) {
    RestAttacks attacks = new RestAttacks(wire, event);
    attacks.jwts();
    attacks.accessTokens();
    attacks.samlTokens();
    attacks.signatures();
    return attacks.rows;
  }

  private void row(String name, Gateway client, HttpRequest.Builder request) {
    if (rows.put(name, new Knock(client, request)) != null) {
      throw new IllegalStateException("two rows have the name " + name);
    }
  }

  private HttpRequest.Builder post(URI to, String authorization) {
    HttpRequest.Builder request = plain(to);
    return authorization.isEmpty() ? request : request.header("Authorization", authorization);
  }

  private HttpRequest.Builder plain(URI to) {
    return HttpRequest.newBuilder(to)
        .header("Content-Type", EVENT)
        .header("x-TransaktionsId", UUID.randomUUID() + ".1")
        .header("x-TransaktionsTid", "2026-11-26T09:00:00+01:00")
        .POST(BodyPublishers.ofString(event));
  }

  /** Those that a header can carry; what else is wrong with one is tested where it is read. */
  private void jwts() {
    new JwtAttacks(identity("root"), identity("sts"), identity("portal"))
        .rows()
        .forEach(
            (name, attack) -> {
              String token = attack.token();
              if (token.matches("[\\x21-\\x7e]+")
                  && token.length() < LONGEST_HEADER
                  && !name.contains(OF_THE_SECOND)) {
                row("JWT: " + name, wire.as("portal"), bearer(token));
              }
            });
    String good =
        new dk.borgermaaling.gateway.edge.jwt.TestJwt(identity("portal")).signed(identity("sts"));
    row("JWT on another's connection", wire.as("caller"), bearer(good));
    row("JWT without a certificate", wire.nobody(), post(address(EVENTS), "Bearer " + good));
    row("JWT under another scheme", wire.as("portal"), mutual("Basic " + good));
    row("JWT twice", wire.as("portal"), bearer(good).header("Authorization", "Bearer " + good));
  }

  private void accessTokens() {
    String good = new RestCaller(wire, TestToken.AUDIENCE).token();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("absent", "");
    headers.put("of another scheme", "Basic " + good);
    headers.put("without a scheme", good);
    headers.put("empty", "Holder-of-key");
    headers.put("cut short", "Holder-of-key " + good.substring(1));
    headers.put("longer", "Holder-of-key " + good + "A");
    headers.put("in other letters", "Holder-of-key " + swapped(good));
    headers.put("quoted", "Holder-of-key \"" + good + "\"");
    headers.put("as a list", "Holder-of-key " + good + ", " + good);
    headers.put("made up", "Holder-of-key " + "A".repeat(43));
    headers.put("of eight thousand letters", "Holder-of-key " + "A".repeat(LONGEST_HEADER));
    headers.forEach(
        (name, header) -> row("access token " + name, wire.as("caller"), mutual(header)));
    row("access token of another", wire.as("signer"), mutual("Holder-of-key " + good));
    row(
        "access token without a certificate",
        wire.nobody(),
        post(address(EVENTS), "Holder-of-key " + good));
    row(
        "access token twice",
        wire.as("caller"),
        mutual("Holder-of-key " + good).header("Authorization", "Holder-of-key " + good));
    row(
        "access token in the address",
        wire.as("caller"),
        plain(wire.mutualTls(EVENTS + "?access_token=" + good)));
    row(
        "access token of another service",
        wire.as("caller"),
        post(wire.mutualTls("/rest/v1/surveys/figures"), "Holder-of-key " + good));
  }

  private static String swapped(String token) {
    StringBuilder swapped = new StringBuilder();
    token
        .chars()
        .forEach(
            c ->
                swapped.appendCodePoint(
                    Character.isLowerCase(c)
                        ? Character.toUpperCase(c)
                        : Character.toLowerCase(c)));
    return swapped.toString();
  }

  private void samlTokens() {
    Instant now = Instant.now();
    saml("for another service", t -> t.audience("http://borgermaaling.dk/service/other/1"));
    saml("of a bearer", t -> t.method("bearer"));
    saml("expired", t -> t.valid(now.minus(Duration.ofHours(9)), Duration.ofHours(8)));
    saml("of the future", t -> t.valid(now.plus(Duration.ofHours(1)), Duration.ofHours(1)));
    saml("for ten years", t -> t.valid(now, Duration.ofDays(3650)));
    saml("of another holder", t -> token("sts", "signer"));
    saml("that its holder has signed", t -> token("caller", "caller"));
    saml("that the gateway has signed", t -> token("gateway", "caller"));
    String good = token("sts", "caller").xml();
    samlText("unsigned", good.replaceAll("<Signature.*</Signature>", ""));
    samlText("of another CVR", good.replace(">" + Town.SILKEBORG.cvr() + "<", ">35209115<"));
    samlText(
        "with a comment",
        good.replaceFirst("<AttributeValue>(\\d{4})", "<AttributeValue>$1<!---->"));
    samlText("with a DTD", "<!DOCTYPE x [<!ENTITY e \"x\">]>" + good);
    samlText("within another", good.replace("</Assertion>", good + "</Assertion>"));
    samlText("that is empty", "");
    samlText("that is no XML", "{}");
    form("two tokens", "saml-token=" + encoded(good) + "&saml-token=" + encoded(good));
    form("a token and more", "saml-token=" + encoded(good) + "&x=y");
    form("no token", "x=y");
    form("a token that is no Base64", "saml-token=***");
    form("a token as text", "saml-token=" + URLEncoder.encode(good, StandardCharsets.UTF_8));
  }

  private void saml(String name, UnaryOperator<TestToken> change) {
    samlText(name, change.apply(token("sts", "caller")).xml());
  }

  private void samlText(String name, String xml) {
    form("a token " + name, "saml-token=" + encoded(xml));
  }

  private void form(String name, String form) {
    row(
        "SAML: " + name,
        wire.as("caller"),
        HttpRequest.newBuilder(wire.mutualTls("/rest/v1/token"))
            .header("Content-Type", FORM)
            .POST(BodyPublishers.ofString(form)));
  }

  private static String encoded(String xml) {
    return URLEncoder.encode(
        Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)),
        StandardCharsets.UTF_8);
  }

  private void signatures() {
    SignatureAttacks.of(wire.key("signer"), wire.key("fasit"), address(EVENTS), event)
        .forEach((name, request) -> row("signature: " + name, wire.nobody(), request));
  }

  private HttpRequest.Builder bearer(String token) {
    return mutual("Bearer " + token);
  }

  private HttpRequest.Builder mutual(String authorization) {
    return post(wire.mutualTls(EVENTS), authorization);
  }

  private URI address(String path) {
    return wire.system().gateway().resolve(path);
  }

  private TestToken token(String issuer, String holder) {
    return TestToken.issued(identity(issuer), identity(holder), Town.SILKEBORG.cvr());
  }

  private Identity identity(String party) {
    KeyFile key = wire.key(party);
    return new Identity(key.certificate(), key.key());
  }
}
