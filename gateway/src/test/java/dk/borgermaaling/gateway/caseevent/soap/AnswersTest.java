package dk.borgermaaling.gateway.caseevent.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.borgermaaling.gateway.edge.soap.RawMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the endpoint: answers, faults, the description, log lines. */
class AnswersTest {
  private static final String WSU =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd:";
  private static final String WSA = "http://www.w3.org/2005/08/addressing:";
  private static SignedEndpoint endpoint;
  @TempDir Path folder;

  @BeforeAll
  static void start() {
    endpoint = new SignedEndpoint();
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  @Test
  void an_answer_is_signed_in_all_its_parts_as_xmlsec1_sees_it() throws Exception {
    assertSigned(message(SignedEndpoint.oneEvent()), "registerCaseEventsResponse");
  }

  @Test
  void a_verified_callers_fault_is_signed_as_well() throws Exception {
    String other = SignedEndpoint.event(UUID.randomUUID(), "0461", "6101901234");
    assertSigned(message(SignedEndpoint.body(other)), "not-allowed");
  }

  private void assertSigned(RawMessage message, String content) throws Exception {
    String answer = endpoint.post(message.bytes()).body();
    assertThat(answer).contains(content, message.id());
    assertThat(answer.split("<ds:Reference ", -1)).hasSize(8);
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/xmlsec1")), "xmlsec1 is not installed");
    assertThat(xmlsec1(answer)).isZero();
    assertThat(xmlsec1(answer.replace(message.id(), message.id() + "0"))).isNotZero();
  }

  private int xmlsec1(String answer) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("answer.xml"), answer);
    Path key = folder.resolve("gateway.pem");
    Files.writeString(
        key,
        "-----BEGIN CERTIFICATE-----\n"
            + SignedEndpoint.GATEWAY.certificateBase64().replaceAll("(.{64})", "$1\n")
            + "\n-----END CERTIFICATE-----\n");
    List<String> command =
        new ArrayList<>(List.of("xmlsec1", "--verify", "--pubkey-cert-pem", key.toString()));
    command.addAll(
        List.of(
            "--id-attr:Id", WSU + "Timestamp",
            "--id-attr:Id", "http://www.w3.org/2003/05/soap-envelope:Body",
            "--id-attr:Id", WSU.replace("utility", "secext") + "BinarySecurityToken"));
    for (String name : List.of("Action", "MessageID", "To", "RelatesTo")) {
      command.addAll(List.of("--id-attr:Id", WSA + name));
    }
    command.add(file.toString());
    Path out = folder.resolve("xmlsec1.txt");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start()
        .waitFor();
  }

  @Test
  void the_description_names_the_public_address_and_its_schema_can_be_fetched() {
    var wsdl = endpoint.get("?wsdl");
    assertThat(wsdl.statusCode()).isEqualTo(200);
    assertThat(wsdl.body())
        .contains(
            "schemaLocation=\"" + SignedEndpoint.PUBLIC + "?xsd=case-event.xsd\"",
            "location=\"" + SignedEndpoint.PUBLIC + "\"",
            "AsymmetricBinding");
    assertThat(endpoint.get("?xsd=case-event.xsd").body()).contains("registerCaseEvents");
  }

  @Test
  void nothing_but_the_description_can_be_fetched() {
    assertThat(endpoint.get("").statusCode()).isEqualTo(405);
    assertThat(endpoint.get("?x").statusCode()).isEqualTo(405);
    assertThat(endpoint.get("?xsd=../../../../etc/passwd").body()).doesNotContain("root:");
  }

  @Test
  void the_log_has_the_incident_and_nothing_of_the_message() {
    Lines lines = new Lines();
    Logger root = Logger.getLogger("");
    root.addHandler(lines);
    try {
      String wrong = SignedEndpoint.oneEvent().replace("6101901234", "610190123x");
      var malformed = endpoint.post(message(wrong).bytes());
      assertThat(malformed.body()).contains("problems/malformed").doesNotContain("610190");
      String date = SignedEndpoint.oneEvent().replace("2026-03-02<", "2026-03-02+01:00<");
      assertThat(endpoint.post(message(date).bytes()).body()).contains("problems/malformed");
      endpoint.intake.breaks(true);
      endpoint.post(message(SignedEndpoint.oneEvent()).bytes());
      String incident = malformed.body().replaceFirst("(?s).*urn:uuid:([0-9a-f-]{36}).*", "$1");
      assertThat(lines.text).contains(incident);
      assertThat(lines.text).doesNotContain("610190", "010190", "samtale-");
    } finally {
      endpoint.intake.forget();
      root.removeHandler(lines);
    }
  }

  private static RawMessage message(String body) {
    return RawMessage.of(SignedCaseEventsTest.token(), endpoint.address, body);
  }

  private static final class Lines extends Handler {
    private final StringBuilder text = new StringBuilder();
    private final Formatter formatter = new SimpleFormatter();

    @Override
    public synchronized void publish(LogRecord line) {
      text.append(formatter.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
