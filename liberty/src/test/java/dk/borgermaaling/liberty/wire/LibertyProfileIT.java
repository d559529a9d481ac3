package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Case events over SOAP 1.1 with the Framework header, as Serviceplatformen's callers write it. */
@ExtendWith(ArquillianExtension.class)
class LibertyProfileIT {
  private static final String KOMBIT = "urn:liberty:sb:2006-08";
  private final Wire wire = Wire.played();
  private final FreshEvent fresh = FreshEvent.in(wire.system());

  @RegisterExtension final UnchangedDatabase database = new UnchangedDatabase(wire);

  @AfterEach
  void forget() {
    Traces.remove(wire, fresh.eventId());
  }

  @ParameterizedTest
  @ValueSource(strings = {KOMBIT, "urn:liberty:sb"})
  void a_message_is_stored_once_and_answered_in_kind(String framework) {
    database.exceptMessageIds();
    SignedMessage message = SignedMessage.liberty(wire, framework, fresh.soap("0740", "6.2"));
    HttpResponse<String> answer = post(message.text(), "text/xml; charset=utf-8");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
    assertThat(answer.body())
        .contains("stored", message.id(), "Framework", "\"" + framework + "\"")
        .contains("http://schemas.xmlsoap.org/soap/envelope/");
    Traces.awaitDecision(wire, fresh.eventId());

    assertFault(post(message.text(), "text/xml; charset=utf-8"), 500, "not-trusted");
  }

  @Test
  void a_message_of_the_other_profile_is_malformed_at_either_door() {
    String liberty = SignedMessage.liberty(wire, KOMBIT, fresh.soap("0740", "6.2")).text();
    String idws = SignedMessage.of(wire, fresh.soap("0740", "6.2")).text();
    assertFault(post(idws, "text/xml"), 500, "malformed");
    SoapBadInputIT.assertFault(wire.soap(liberty), 500, "malformed");
    assertFault(post(liberty, "application/soap+xml"), 415, "unsupported-media-type");
  }

  @Test
  void the_description_names_its_own_address_and_the_framework_header() {
    String wsdl = wire.get(URI.create(wire.liberty() + "?wsdl")).body();
    assertThat(wsdl).contains(wire.liberty().toString(), "Framework", KOMBIT);
  }

  private HttpResponse<String> post(String message, String contentType) {
    return wire.post(wire.nobody(), wire.liberty(), contentType, message);
  }

  private static void assertFault(HttpResponse<String> answer, int status, String problem) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
    assertThat(answer.body())
        .contains("<faultcode>", ">http://borgermaaling.dk/problems/" + problem + "<")
        .doesNotContain("Exception", "apache", "dk.borgermaaling");
  }
}
