package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.contract.caseevent.Problem_Exception;
import dk.borgermaaling.simulators.caller.ServicePlatformCaller;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Signatures of all sides in the eyes of xmlsec1. It has no STR-Transform, through which CXF and
 * WSS4J sign the assertion: of their messages it verifies the assertion alone. A whole request is
 * verified in the form that names the assertion by its id; the gateway accepts the same bytes.
 */
@ExtendWith(ArquillianExtension.class)
class SignaturesIT {
  private final Wire wire = Wire.played();
  private final FreshEvent fresh = FreshEvent.in(wire.system());
  private final Path sts = wire.certificate("sts.pem");
  private final Path gateway = wire.certificate("gateway.pem");
  private final Path caller = wire.certificate("caller.pem");
  @TempDir Path folder;
  private Xmlsec xmlsec;

  @BeforeEach
  void require() {
    xmlsec = Xmlsec.require(folder);
  }

  @AfterEach
  void forget() {
    Traces.remove(wire, fresh.eventId());
  }

  @Test
  void the_token_services_assertion_is_verified_and_a_changed_one_is_not() {
    String assertion = Token.forTheCaller(wire);
    assertThat(xmlsec.verifiesAssertion(assertion, sts)).isTrue();
    assertThat(xmlsec.verifiesAssertion(assertion, caller)).isFalse();
    assertThat(xmlsec.verifiesAssertion(changed(assertion, ">29189641<", ">35209115<"), sts))
        .isFalse();
  }

  @Test
  void a_request_that_the_gateway_accepts_is_verified_in_all_its_parts() {
    SignedMessage request = SignedMessage.of(wire, fresh.soap("0740", "6.2"));
    String text = request.text();
    assertThat(xmlsec.verifiesMessage(text, caller)).isTrue();
    assertThat(xmlsec.verifiesAssertion(text, sts)).isTrue();
    assertThat(xmlsec.verifiesMessage(text, gateway)).isFalse();
    for (String part : new String[] {fresh.cpr(), request.id(), "29189641", "anonymous"}) {
      assertThat(xmlsec.verifiesMessage(changed(text, part, part + "0"), caller)).isFalse();
    }
    assertThat(wire.soap(text).body()).contains("stored", fresh.eventId());
    Traces.awaitDecision(wire, fresh.eventId());
  }

  @Test
  void the_gateways_answer_is_verified_in_all_its_parts() {
    SignedMessage request = SignedMessage.of(wire, fresh.soap("0740", "6.99"));
    assertAnswer(wire.soap(request.text()).body(), request, "unknown-target-group");
  }

  @Test
  void the_gateways_fault_to_a_verified_caller_is_verified_as_well() {
    SignedMessage request = SignedMessage.of(wire, fresh.soap("0461", "6.2"));
    assertAnswer(wire.soap(request.text()).body(), request, "not-allowed");
  }

  @Test
  void the_assertion_in_a_message_of_plain_cxf_is_verified() throws Problem_Exception {
    List<byte[]> sent = new ArrayList<>();
    try (ServicePlatformCaller cxf = new ServicePlatformCaller(wire.caller(), sent::add)) {
      cxf.register(List.of(fresh.contract("0740", "6.99")));
    }
    String message = new String(sent.get(0), StandardCharsets.UTF_8);
    assertThat(xmlsec.verifiesAssertion(message, sts)).isTrue();
    assertThat(xmlsec.verifiesAssertion(changed(message, ">29189641<", ">35209115<"), sts))
        .isFalse();
  }

  private void assertAnswer(String answer, SignedMessage request, String content) {
    assertThat(answer).contains(content, request.id());
    assertThat(answer.split("<ds:Reference ", -1)).hasSize(8);
    assertThat(xmlsec.verifiesMessage(answer, gateway)).isTrue();
    assertThat(xmlsec.verifiesMessage(answer, caller)).isFalse();
    for (String part : new String[] {content, request.id(), "anonymous"}) {
      assertThat(xmlsec.verifiesMessage(changed(answer, part, part + "0"), gateway)).isFalse();
    }
  }

  private static String changed(String text, String from, String to) {
    assertThat(text).contains(from);
    return text.replace(from, to);
  }
}
