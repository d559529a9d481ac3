package dk.borgermaaling.gateway.caseevent.soap;

import static dk.borgermaaling.gateway.caseevent.soap.SignedEndpoint.CALLER;
import static dk.borgermaaling.gateway.caseevent.soap.SignedEndpoint.STS;
import static dk.borgermaaling.gateway.edge.soap.SoapProfile.OIO_IDWS;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.edge.soap.Corpus;
import dk.borgermaaling.gateway.edge.soap.Faults;
import dk.borgermaaling.gateway.edge.soap.RawMessage;
import dk.borgermaaling.gateway.edge.soap.TestToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The corpus against the real endpoint: what is off the profile is refused and changes nothing. */
class SignedCaseEventsTest {
  static final String CVR = "29189641";
  private static SignedEndpoint endpoint;

  @BeforeAll
  static void start() {
    endpoint = new SignedEndpoint();
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  @BeforeEach
  void forget() {
    endpoint.intake.forget();
  }

  static TestToken token() {
    return TestToken.issued(STS, CALLER, CVR);
  }

  static RawMessage message(TestToken token) {
    return RawMessage.of(token, endpoint.address, SignedEndpoint.oneEvent());
  }

  static Corpus corpus() {
    return new Corpus(SignedCaseEventsTest::token, SignedCaseEventsTest::message);
  }

  @TestFactory
  Stream<DynamicTest> is_not_trusted_and_changes_nothing() {
    return each(
        corpus().hostile(SignedEndpoint.GATEWAY, SignedEndpoint.STRANGER),
        message -> Faults.assertNotTrusted(endpoint.post(message), OIO_IDWS));
  }

  @TestFactory
  Stream<DynamicTest> is_malformed_and_changes_nothing() {
    return each(
        corpus().malformed(), message -> Faults.assertMalformed(endpoint.post(message), OIO_IDWS));
  }

  private static Stream<DynamicTest> each(
      Map<String, Supplier<byte[]>> rows, java.util.function.Consumer<byte[]> refused) {
    return new TreeMap<>(rows)
        .entrySet().stream()
            .map(
                row ->
                    DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> {
                          endpoint.intake.forget();
                          refused.accept(row.getValue().get());
                          assertNothingStored();
                        }));
  }

  @TestFactory
  Stream<DynamicTest> is_accepted() {
    return new TreeMap<>(corpus().good(SignedEndpoint.NEXT_STS))
        .entrySet().stream()
            .map(
                row ->
                    DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> {
                          endpoint.intake.forget();
                          var answer = endpoint.post(row.getValue().get());
                          assertThat(answer.statusCode())
                              .as("%s: %s", row.getKey(), answer.body())
                              .isEqualTo(200);
                          assertThat(endpoint.intake.events()).hasSize(1);
                          assertThat(endpoint.intake.messages()).isEqualTo(1);
                        }));
  }

  @Test
  void the_corpus_is_as_large_as_it_was() {
    assertThat(corpus().hostile(SignedEndpoint.GATEWAY, SignedEndpoint.STRANGER))
        .hasSizeGreaterThan(700);
    assertThat(corpus().malformed()).hasSizeGreaterThan(30);
    assertThat(corpus().good(SignedEndpoint.NEXT_STS)).hasSizeGreaterThan(120);
  }

  @Test
  void the_same_message_twice_is_stored_once() {
    byte[] message = message(token()).bytes();
    assertThat(endpoint.post(message).statusCode()).isEqualTo(200);
    Faults.assertNotTrusted(endpoint.post(message), OIO_IDWS);
    assertThat(endpoint.intake.events()).hasSize(1);
  }

  @Test
  void the_same_message_id_signed_again_is_not_trusted() {
    RawMessage first = message(token()).messageId("urn:uuid:5b0a0a53-6e4a-4bc7-9c59-6ac5b2a6f0aa");
    RawMessage second = message(token()).messageId("urn:uuid:5b0a0a53-6e4a-4bc7-9c59-6ac5b2a6f0aa");
    assertThat(endpoint.post(first.bytes()).statusCode()).isEqualTo(200);
    Faults.assertNotTrusted(endpoint.post(second.bytes()), OIO_IDWS);
    assertThat(endpoint.intake.events()).hasSize(1);
  }

  @Test
  void a_message_that_failed_inside_may_be_sent_again() {
    byte[] message = message(token()).bytes();
    endpoint.intake.breaks(true);
    var failed = endpoint.post(message);
    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(failed.body()).contains("problems/internal").doesNotContain("0101901234", "cpr");
    assertNothingStored();
    endpoint.intake.breaks(false);
    assertThat(endpoint.post(message).statusCode()).isEqualTo(200);
  }

  @Test
  void ten_megabytes_are_too_large_also_in_chunks() {
    byte[] large = new byte[10_000_000];
    var answer = endpoint.post(large);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("problems/too-large");
    var chunked =
        endpoint.send(
            java.net.http.HttpRequest.newBuilder(java.net.URI.create(endpoint.address))
                .header("Content-Type", "application/soap+xml")
                .POST(
                    java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(large))));
    assertThat(chunked.statusCode()).isEqualTo(413);
    assertNothingStored();
  }

  @Test
  void a_time_that_nobody_can_use_rejects_its_event_and_the_others_go_on() {
    String good = SignedEndpoint.event(UUID.randomUUID(), "0740", "6101901234");
    List<String> events = new ArrayList<>(List.of(good));
    for (String year : List.of("-0044", "0001", "12026", "-1000000000")) {
      events.add(
          SignedEndpoint.event(UUID.randomUUID(), "0740", "6101901234")
              .replaceFirst("occurredAt>[0-9]{4}", "occurredAt>" + year)
              .replace("<c:date>2026", "<c:date>" + year)
              .replace("<c:startDate>2026", "<c:startDate>" + year));
    }
    String body = SignedEndpoint.body(events.toArray(String[]::new));
    var answer = endpoint.post(RawMessage.of(token(), endpoint.address, body).bytes());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().split("problems/malformed", -1)).as("told of each").hasSize(5);
    assertThat(answer.body()).contains("occurredAt must be");
    assertThat(endpoint.intake.events()).hasSize(1);
  }

  @Test
  void another_content_type_is_not_spoken() {
    byte[] message = message(token()).bytes();
    for (String type :
        new String[] {"text/xml", "application/soap+xml; charset=utf-16", "multipart/related"}) {
      var answer = endpoint.post(message, type);
      assertThat(answer.statusCode()).isEqualTo(415);
      assertThat(answer.body()).contains("problems/unsupported-media-type");
    }
    assertNothingStored();
  }

  private static void assertNothingStored() {
    assertThat(endpoint.intake.events()).isEmpty();
    assertThat(endpoint.intake.messages()).isZero();
  }
}
