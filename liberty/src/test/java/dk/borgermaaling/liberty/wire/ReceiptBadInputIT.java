package dk.borgermaaling.liberty.wire;

import static dk.borgermaaling.liberty.wire.FasitBadInputIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.simulators.Gateway;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What {@code POST /beskedfordeler/modtag} answers to bad input: Beskedfordeler's own codes for
 * what Beskedfordeler sends, problem+json for anybody else.
 */
@ExtendWith(ArquillianExtension.class)
class ReceiptBadInputIT {
  private static final String XML = "application/xml";
  private final Wire wire = Wire.played();
  private final Gateway beskedfordeler = wire.as("beskedfordeler");
  private final URI address = wire.mutualTls("/beskedfordeler/modtag");

  @RegisterExtension final UnchangedDatabase database = new UnchangedDatabase(wire);

  @Test
  void what_is_no_envelope_is_answered_41_and_stays_with_the_sender() {
    for (String wrong :
        new String[] {
          "<ns4:ModtagBeskedInput", "hello", "<a/>", "<ModtagBeskedInput/>", taken() + "<b/>"
        }) {
      assertCode(post(wrong), "41");
    }
  }

  @Test
  void an_empty_message_and_one_without_its_id_are_bad_requests() {
    String without = taken().replaceFirst("(?s)<ns2:BeskedId>.*?</ns2:BeskedId>", "");
    for (String wrong : new String[] {"", without}) {
      HttpResponse<String> answer = post(wrong);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).matches("The message (is empty|has no BeskedId)");
    }
  }

  @Test
  void a_dtd_is_answered_41_and_nothing_is_fetched() {
    try (Hostile hostile = new Hostile()) {
      String good = taken().replaceFirst("<\\?xml.*?\\?>\\s*", "");
      String id = good.replaceFirst("(?s).*?<UUIDIdentifikator>(.*?)<.*", "$1");
      String fresh = UUID.randomUUID().toString();
      hostile
          .documents(good.replace(id, fresh), fresh)
          .forEach((name, document) -> assertCode(post(document), "41"));
      assertThat(hostile.visits()).isZero();
    }
  }

  @Test
  void a_message_that_came_before_is_acknowledged_and_not_stored_again() {
    assertCode(post(taken()), "20");
  }

  @Test
  void json_is_not_spoken() {
    assertProblem(
        wire.post(beskedfordeler, address, "application/json", "{\"BeskedId\":"),
        415,
        "unsupported-media-type");
  }

  @Test
  void ten_megabytes_are_too_large_announced_or_in_chunks() {
    byte[] large = " ".repeat(Hostile.TEN_MEGABYTES).getBytes(StandardCharsets.US_ASCII);
    assertProblem(
        wire.post(beskedfordeler, address, XML, BodyPublishers.ofByteArray(large)),
        413,
        "too-large");
    assertProblem(
        wire.post(
            beskedfordeler,
            address,
            XML,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
        413,
        "too-large");
  }

  @Test
  void another_certificate_or_none_may_neither_deliver_nor_ask() {
    URI other = wire.system().gateway().resolve("/beskedfordeler/modtag");
    assertProblem(wire.post(wire.as("fasit"), address, XML, taken()), 401, "not-trusted");
    assertProblem(
        wire.send(wire.as("gateway"), HttpRequest.newBuilder(address).GET()), 401, "not-trusted");
    assertProblem(wire.post(beskedfordeler, other, XML, taken()), 401, "not-trusted");
    assertProblem(wire.post(wire.nobody(), other, XML, taken()), 401, "not-trusted");
    assertThatThrownBy(() -> wire.post(wire.nobody(), address, XML, taken()))
        .isInstanceOf(UncheckedIOException.class);
  }

  private static void assertCode(HttpResponse<String> answer, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .contains(":ModtagBeskedOutput", "<StatusKode>" + code + "</StatusKode>")
        .doesNotContain("Exception", Hostile.SECRET);
  }

  private HttpResponse<String> post(String body) {
    return wire.post(beskedfordeler, address, XML, body);
  }

  /** One that was taken while the story was told. */
  private String taken() {
    return new String(RawReceipts.of(wire.system()).get(0), StandardCharsets.UTF_8);
  }
}
