package dk.borgermaaling.gateway.caseevent.soap;

import static dk.borgermaaling.gateway.edge.soap.SoapProfile.LIBERTY_BASIC;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.edge.soap.Corpus;
import dk.borgermaaling.gateway.edge.soap.Faults;
import dk.borgermaaling.gateway.edge.soap.RawMessage;
import dk.borgermaaling.gateway.edge.soap.TestToken;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same corpus in Liberty's profile, and what the Framework header adds to it. */
class LibertyCaseEventsTest {
  private static final String KOMBIT = "urn:liberty:sb:2006-08";
  private static final String LIBERTY = "urn:liberty:sb";

  /** In the corpus for the other profile: here every message has the header already. */
  private static final String FRAMEWORK_ROW = "a signed Framework header";

  private static SignedEndpoint endpoint;

  @BeforeAll
  static void start() {
    endpoint = new SignedEndpoint(CaseEventSoap.LIBERTY_BASIC);
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  @BeforeEach
  void forget() {
    endpoint.intake.forget();
  }

  @TestFactory
  Stream<DynamicTest> is_not_trusted_and_changes_nothing() {
    return each(
        corpus().hostile(SignedEndpoint.GATEWAY, SignedEndpoint.STRANGER),
        message -> {
          Faults.assertNotTrusted(endpoint.post(message), LIBERTY_BASIC);
          assertNothingStored();
        });
  }

  @TestFactory
  Stream<DynamicTest> is_malformed_and_changes_nothing() {
    return each(
        corpus().malformed(),
        message -> {
          Faults.assertMalformed(endpoint.post(message), LIBERTY_BASIC);
          assertNothingStored();
        });
  }

  @TestFactory
  Stream<DynamicTest> is_accepted() {
    Map<String, Supplier<byte[]>> good = new TreeMap<>(corpus().good(SignedEndpoint.NEXT_STS));
    assertThat(good.remove(FRAMEWORK_ROW)).isNotNull();
    return each(
        good,
        message -> {
          assertThat(endpoint.post(message).statusCode()).isEqualTo(200);
          assertThat(endpoint.intake.events()).hasSize(1);
        });
  }

  private static Stream<DynamicTest> each(
      Map<String, Supplier<byte[]>> rows, Consumer<byte[]> verdict) {
    return new TreeMap<>(rows)
        .entrySet().stream()
            .map(
                row ->
                    DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> {
                          endpoint.intake.forget();
                          verdict.accept(row.getValue().get());
                        }));
  }

  @ParameterizedTest
  @ValueSource(strings = {KOMBIT, LIBERTY})
  void the_answer_has_the_framework_header_in_the_callers_namespace_and_signs_it(String namespace) {
    HttpResponse<String> answer = endpoint.post(message(namespace).bytes());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertFramework(answer.body(), namespace, "stored");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
  }

  @Test
  void a_verified_callers_fault_has_it_too() {
    TestToken token = SignedCaseEventsTest.token().role("http://borgermaaling.dk/roles/other/1");
    HttpResponse<String> answer = endpoint.post(message(token, LIBERTY).bytes());
    assertThat(answer.statusCode()).isEqualTo(500);
    assertFramework(answer.body(), LIBERTY, "problems/not-allowed");
    assertNothingStored();
  }

  @Test
  void it_may_be_for_the_next_node_and_have_to_be_understood() {
    RawMessage message =
        message(KOMBIT)
            .edited(
                xml ->
                    xml.replace(
                        " wsu:Id=\"framework\"",
                        " s:mustUnderstand=\"1\""
                            + " s:actor=\"http://schemas.xmlsoap.org/soap/actor/next\""
                            + " wsu:Id=\"framework\""));
    assertThat(endpoint.post(message.bytes()).statusCode()).isEqualTo(200);
  }

  @Test
  void a_message_without_it_is_malformed() {
    RawMessage message =
        RawMessage.of(SignedCaseEventsTest.token(), endpoint.address, SignedEndpoint.oneEvent())
            .soap(RawMessage.SOAP_11);
    Faults.assertMalformed(
        endpoint.post(message.bytes()),
        LIBERTY_BASIC,
        "Framework must be there once, in a namespace of Liberty's");
    assertNothingStored();
  }

  @ParameterizedTest
  @ValueSource(strings = {"version=\"2.0\"", "profile:basic\""})
  void another_version_or_profile_is_not_spoken(String spoken) {
    RawMessage message =
        message(KOMBIT).edited(xml -> xml.replace(spoken, spoken.replaceAll(".\"$", "9\"")));
    Faults.assertMalformed(
        endpoint.post(message.bytes()),
        LIBERTY_BASIC,
        "Framework must be version 2.0 of urn:liberty:sb:profile:basic");
    assertNothingStored();
  }

  @Test
  void it_is_not_trusted_when_it_is_not_signed_or_there_in_both_namespaces() {
    Faults.assertNotTrusted(
        endpoint.post(message(KOMBIT).notSigning("framework").bytes()), LIBERTY_BASIC);
    RawMessage both =
        message(KOMBIT)
            .edited(
                xml ->
                    xml.replace(
                        "<wsa:MessageID",
                        "<l:Framework xmlns:l=\"urn:liberty:sb\""
                            + " xmlns:p=\"urn:liberty:sb:profile\""
                            + " p:profile=\"urn:liberty:sb:profile:basic\"/><wsa:MessageID"));
    Faults.assertNotTrusted(endpoint.post(both.bytes()), LIBERTY_BASIC);
    assertNothingStored();
  }

  @Test
  void soap_1_2s_content_type_is_not_spoken() {
    HttpResponse<String> answer = endpoint.post(message(KOMBIT).bytes(), "application/soap+xml");
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.body()).contains("problems/unsupported-media-type", "text/xml in UTF-8");
  }

  private static void assertFramework(String answer, String namespace, String content) {
    assertThat(answer)
        .contains(content, "Framework", "urn:liberty:sb:profile:basic", "\"" + namespace + "\"");
    assertThat(answer.split("<ds:Reference ", -1)).as("the header is signed as well").hasSize(9);
  }

  private static RawMessage message(String framework) {
    return message(SignedCaseEventsTest.token(), framework);
  }

  private static RawMessage message(TestToken token, String framework) {
    return RawMessage.of(token, endpoint.address, SignedEndpoint.oneEvent()).liberty(framework);
  }

  private static Corpus corpus() {
    return new Corpus(SignedCaseEventsTest::token, token -> message(token, KOMBIT));
  }

  private static void assertNothingStored() {
    assertThat(endpoint.intake.events()).isEmpty();
    assertThat(endpoint.intake.messages()).isZero();
  }
}
