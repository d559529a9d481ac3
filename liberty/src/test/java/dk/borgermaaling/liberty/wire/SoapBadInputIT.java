package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What {@code POST /soap/case-events} answers to bad input: a fault that names the problem, nothing
 * of the message and nothing of the check that failed.
 */
@ExtendWith(ArquillianExtension.class)
class SoapBadInputIT {
  private static final String SOAP = "application/soap+xml; charset=utf-8";
  private final Wire wire = Wire.played();
  private final FreshEvent fresh = FreshEvent.in(wire.system());

  @RegisterExtension final UnchangedDatabase database = new UnchangedDatabase(wire);

  @AfterEach
  void forget() {
    Traces.remove(wire, fresh.eventId());
  }

  /** The fault's problem; nothing in it but its five fixed parts. */
  static void assertFault(HttpResponse<String> answer, int status, String problem) {
    assertFault(answer, status, problem, "application/soap+xml");
  }

  /** The same over another version of SOAP, known by its media type. */
  static void assertFault(
      HttpResponse<String> answer, int status, String problem, String mediaType) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(mediaType);
    assertThat(answer.body())
        .contains("Fault>", ">http://borgermaaling.dk/problems/" + problem + "<", ">urn:uuid:")
        .doesNotContain(
            "Exception", "apache", "dk.borgermaaling", "91013", "olicy", Hostile.SECRET);
  }

  @Test
  void xml_that_is_not_well_formed_is_malformed() {
    assertFault(wire.soap("<s:Envelope"), 500, "malformed");
    assertFault(wire.soap(""), 500, "malformed");
    assertFault(wire.soap(signed().text().replace("</s:Envelope>", "")), 500, "malformed");
  }

  @Test
  void json_and_other_types_are_not_spoken() {
    for (String type : new String[] {"application/json", "text/xml", "multipart/related"}) {
      assertFault(
          wire.post(wire.nobody(), wire.soap(), type, "{\"registerCaseEvents\":[]}"),
          415,
          "unsupported-media-type");
    }
  }

  @Test
  void a_dtd_is_refused_and_nothing_is_fetched() {
    try (Hostile hostile = new Hostile()) {
      hostile
          .documents(signed().text(), fresh.eventId())
          .forEach((name, document) -> assertFault(wire.soap(document), 500, "malformed"));
      assertThat(hostile.visits()).isZero();
    }
  }

  @Test
  void ten_megabytes_are_too_large_announced_or_in_chunks() {
    byte[] large = " ".repeat(Hostile.TEN_MEGABYTES).getBytes(StandardCharsets.US_ASCII);
    assertFault(
        wire.post(wire.nobody(), wire.soap(), SOAP, BodyPublishers.ofByteArray(large)),
        413,
        "too-large");
    assertFault(
        wire.post(
            wire.nobody(),
            wire.soap(),
            SOAP,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
        413,
        "too-large");
  }

  @Test
  void a_trusted_message_that_breaks_the_schema_is_malformed() {
    String good = fresh.soap("0740", "6.2");
    for (String wrong :
        new String[] {
          good.replace(fresh.cpr(), "91013x0000"),
          good.replace("<c:version>1</c:version>", ""),
          good.replace("<c:version>1<", "<c:version>one<"),
          good.replace(">0740<", ">Silkeborg<"),
          good.replaceAll("<c:caseEvent>.*</c:caseEvent>", ""),
          good.replace("</c:caseEvent>", "<c:caseworker>9101310000</c:caseworker></c:caseEvent>")
        }) {
      assertFault(wire.soap(SignedMessage.of(wire, wrong).text()), 500, "malformed");
    }
  }

  @Test
  void a_message_without_signature_or_security_is_not_trusted() {
    String message = signed().text();
    assertFault(
        wire.soap(message.replaceFirst("(?s)<ds:Signature .*</ds:Signature>", "")),
        500,
        "not-trusted");
    assertFault(
        wire.soap(message.replaceFirst("(?s)<wsse:Security .*</wsse:Security>", "")),
        500,
        "not-trusted");
  }

  @Test
  void what_was_changed_after_signing_is_not_trusted_and_the_original_is() {
    database.exceptMessageIds();
    SignedMessage message = signed();
    String text = message.text();
    for (String tampered :
        new String[] {
          text.replace(fresh.cpr(), "6101901234"),
          text.replace(message.id(), message.id().replaceFirst(".$", "x")),
          text.replace(">29189641<", ">35209115<"),
          text.replaceFirst("<wsu:Expires>20", "<wsu:Expires>21"),
          otherSignature(text)
        }) {
      assertThat(tampered).isNotEqualTo(text);
      assertFault(wire.soap(tampered), 500, "not-trusted");
    }
    assertThat(wire.soap(text).body()).contains(message.id(), "stored");
    Traces.awaitDecision(wire, fresh.eventId());
    assertFault(wire.soap(text), 500, "not-trusted");
  }

  @Test
  void an_unknown_municipality_is_not_the_callers() {
    for (String municipality : new String[] {"0999", "0461"}) {
      String answer =
          wire.soap(SignedMessage.of(wire, fresh.soap(municipality, "6.2")).text()).body();
      assertThat(answer).contains("Fault>", "problems/not-allowed").doesNotContain(fresh.cpr());
    }
  }

  @Test
  void an_unknown_target_group_has_its_receipt_and_no_row() {
    database.exceptMessageIds();
    database.exceptWhatIsSetAside();
    HttpResponse<String> answer =
        wire.soap(SignedMessage.of(wire, fresh.soap("0740", "6.99")).text());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("rejected>", "problems/unknown-target-group", fresh.eventId())
        .doesNotContain(fresh.cpr());
  }

  @Test
  void a_get_without_wsdl_is_told_to_post() {
    assertFault(wire.get(wire.soap()), 405, "method-not-allowed");
  }

  /** The first character of the signature is another one. */
  private static String otherSignature(String text) {
    int at = text.indexOf("<ds:SignatureValue>") + "<ds:SignatureValue>".length();
    String other = text.charAt(at) == 'A' ? "B" : "A";
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  private SignedMessage signed() {
    return SignedMessage.of(wire, fresh.soap("0740", "6.2"));
  }
}
