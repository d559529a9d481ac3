package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.liberty.launcher.WholeSystem;
import dk.borgermaaling.simulators.caller.CallerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A caller whose certificate its authority has revoked while the token service still issues tokens
 * to it: refused at every door, with an answer that tells no more than any other refusal.
 */
@ExtendWith(ArquillianExtension.class)
class RevocationIT {
  private static final String REVOKED = "revoked";
  private static final String RULE = "(the caller's certificate is revoked)";
  private static final String EVENT = "application/cloudevents+json";
  private static final Pattern INCIDENT = Pattern.compile("urn:uuid:([0-9a-f-]{36})");
  private final Wire wire = Wire.played();
  private final FreshEvent fresh = FreshEvent.in(wire.system());

  @RegisterExtension final UnchangedDatabase database = new UnchangedDatabase(wire);

  @Test
  void a_message_with_a_genuine_token_is_refused_like_any_that_is_not_trusted() {
    var answer = wire.soap(SignedMessage.by(REVOKED, wire, fresh.soap("0740", "6.2")).text());
    SoapBadInputIT.assertFault(answer, 500, "not-trusted");
    String good = SignedMessage.of(wire, fresh.soap("0740", "6.2")).text();
    var other = wire.soap(good.replace(fresh.cpr(), "6101901234"));
    assertThat(withoutIncident(answer)).isEqualTo(withoutIncident(other));
    assertLogged(answer);
  }

  @Test
  void a_signed_request_is_refused_where_another_signers_is_served() {
    database.exceptMessageIds();
    database.exceptWhatIsSetAside();
    String unknownGroup = fresh.cloudEvent("0740", "6.99");
    assertThat(signed("signer", unknownGroup).statusCode()).isEqualTo(422);
    var answer = signed(REVOKED, unknownGroup);
    assertNotTrusted(answer);
    assertLogged(answer);
  }

  @Test
  void a_genuine_token_is_not_exchanged_for_an_access_token() {
    String token = Token.of(wire, REVOKED, CallerSettings.AUDIENCE);
    String base64 = Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    var answer =
        wire.post(
            wire.as(REVOKED),
            wire.mutualTls("/rest/v1/token"),
            "application/x-www-form-urlencoded",
            "saml-token=" + URLEncoder.encode(base64, StandardCharsets.UTF_8));
    assertNotTrusted(answer);
    assertLogged(answer);
  }

  @Test
  void mutual_tls_does_not_let_it_in_anywhere() {
    for (String path : new String[] {"/rest/v1/case-events", "/fasit/events"}) {
      var answer = wire.post(wire.as(REVOKED), wire.mutualTls(path), "application/xml", "<x/>");
      assertNotTrusted(answer);
      assertLogged(answer);
    }
  }

  private HttpResponse<String> signed(String party, String event) {
    URI to = wire.system().gateway().resolve("/rest/v1/case-events");
    return wire.send(wire.nobody(), SignedRequest.post(wire.key(party), to, EVENT, event));
  }

  private static void assertNotTrusted(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body())
        .contains("http://borgermaaling.dk/problems/not-trusted")
        .doesNotContain("revoked", "certificate", "Exception");
  }

  private void assertLogged(HttpResponse<String> answer) {
    Matcher incident = INCIDENT.matcher(answer.body());
    assertThat(incident.find()).as(answer.body()).isTrue();
    String id = incident.group(1);
    WholeSystem.await(
        "the log tells why incident " + id + " was refused",
        Duration.ofSeconds(20),
        () -> isLogged("incident " + id + " not-trusted"));
  }

  private boolean isLogged(String incident) {
    try (Stream<String> lines =
        Files.lines(wire.system().liberty().messages(), StandardCharsets.ISO_8859_1)) {
      return lines.anyMatch(line -> line.contains(incident) && line.contains(RULE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The incident's id and the time of receipt are the only parts that vary. */
  private static String withoutIncident(HttpResponse<String> answer) {
    return answer
        .body()
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
        .replaceAll("Received: \\S+", "Received: TIME");
  }
}
