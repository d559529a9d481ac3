package dk.borgermaaling.simulators.sts;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.certificates.Issued;
import dk.borgermaaling.simulators.certificates.KeyFile;
import dk.borgermaaling.simulators.support.RunningSts;
import dk.borgermaaling.simulators.support.TestCertificates;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoapStsTest {
  private static final String SOAP = "application/soap+xml; charset=utf-8";
  @TempDir static Path state;
  private static RunningSts sts;

  @BeforeAll
  static void start() throws Exception {
    sts = RunningSts.start(state);
  }

  @AfterAll
  static void stop() {
    sts.close();
  }

  @Test
  void a_token_has_the_facts_of_the_agreement() throws Exception {
    RstMessage message = message(request -> request.claimValueInNoNamespace = true);
    String answer = accepted(message);
    assertThat(answer)
        .contains("<wsa:RelatesTo", message.messageId, "Context=\"ctx\"")
        .containsOnlyOnce("<wst:RequestSecurityTokenResponse ");
    String assertion = assertion(answer);
    assertThat(assertion)
        .startsWith("<Assertion xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_")
        .contains("a:type=\"KeyInfoConfirmationDataType\"")
        .contains("<Audience>http://borgermaaling.dk/service/case-event/1</Audience>")
        .contains("nameid-format:X509SubjectName\">", "O=Borgermåling demonstration, C=DK</NameID>")
        .contains("CvrNumberIdentifier\"", "<AttributeValue>29189641</AttributeValue>")
        .contains("urn:oasis:names:tc:SAML:2.0:ac:classes:X509");
    Matcher privileges =
        Pattern.compile("Privileges_intermediate.*?<AttributeValue>(.*?)</AttributeValue>")
            .matcher(assertion);
    assertThat(privileges.find()).isTrue();
    assertThat(new String(Base64.getDecoder().decode(privileges.group(1)), StandardCharsets.UTF_8))
        .contains(
            "<PrivilegeGroup Scope=\"urn:dk:gov:saml:cvrNumberIdentifier:29189641\"><Privilege>"
                + Registry.REGISTER_CASE_EVENTS
                + "</Privilege></PrivilegeGroup>");
    AssertionCheck.Facts facts =
        new AssertionCheck(TestCertificates.key("sts").certificate()).read(assertion);
    assertThat(facts.holder()).isEqualTo(TestCertificates.key("caller").certificate());
    assertThat(facts.end()).isEqualTo(facts.notBefore().plus(TokenIssuer.LIFETIME));
  }

  @Test
  void an_entity_id_with_a_trailing_slash_is_unknown() throws Exception {
    refused(message(request -> request.entityId += "/"), "5002", "no connection");
  }

  @Test
  void two_cvr_claims_or_none_are_refused() throws Exception {
    refused(message(request -> request.cvrs = List.of("29189641", "29189641")), "5015", "CVR");
    refused(message(request -> request.cvrs = List.of()), "5015", "CVR");
  }

  @Test
  void a_municipality_without_agreement_is_refused() throws Exception {
    refused(message(request -> request.cvrs = List.of("55133018")), "5002", "agreement");
  }

  @Test
  void a_certificate_that_nobody_registered_is_refused() throws Exception {
    refused(new RstMessage(TestCertificates.stranger(), address()), "5607", "No mapped user");
  }

  @Test
  void an_unsigned_address_header_is_refused() throws Exception {
    refused(message(request -> request.unsignedHeader = "To"), "5000", "To is not signed");
  }

  @Test
  void a_request_for_another_address_is_refused() throws Exception {
    for (String to :
        List.of(
            "https://sts", address() + "/", address().replace("certificatemixed", "mixed"), "")) {
      refused(message(request -> request.to = to), "5000", "To must be " + address());
    }
  }

  @Test
  void a_message_id_is_used_once() throws Exception {
    String message = message(request -> {}).write();
    assertThat(post(message, SOAP).statusCode()).isEqualTo(200);
    refused(message, "5000", "MessageID has been used");
  }

  @Test
  void what_was_refused_for_its_signature_uses_up_no_message_id() throws Exception {
    String message = message(request -> {}).write();
    refused(message.replace(">29189641<", ">55133018<"), "5001", "could not be verified");
    assertThat(post(message, SOAP).statusCode()).isEqualTo(200);
  }

  @Test
  void a_signature_with_sha_1_is_refused() throws Exception {
    refused(
        message(
            request -> request.signatureAlgorithm = "http://www.w3.org/2000/09/xmldsig#rsa-sha1"),
        "5001",
        "could not be verified");
  }

  @Test
  void a_body_changed_after_signing_is_refused() throws Exception {
    String changed = message(request -> {}).write().replace(">29189641<", ">55133018<");
    refused(changed, "5001", "could not be verified");
  }

  @Test
  void an_expired_request_is_refused() throws Exception {
    refused(message(request -> request.timeToLive = -10), "5001", "could not be verified");
  }

  @Test
  void a_dtd_is_refused() throws Exception {
    refused("<!DOCTYPE x [<!ENTITY y \"z\">]><x>&y;</x>", "5000", "not well-formed");
  }

  @Test
  void an_action_in_the_content_type_is_refused() throws Exception {
    String message = message(request -> {}).write();
    assertThat(post(message, SOAP + "; action=\"x\"").statusCode()).isEqualTo(415);
  }

  private static RstMessage message(Consumer<RstMessage> change) {
    KeyFile key = TestCertificates.key("caller");
    RstMessage message =
        new RstMessage(
            new Issued(key.key(), key.certificate(), List.of(key.certificate())), address());
    change.accept(message);
    return message;
  }

  private static String accepted(RstMessage message) throws Exception {
    HttpResponse<String> answer = post(message.write(), SOAP);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static void refused(RstMessage message, String number, String text) throws Exception {
    refused(message.write(), number, text);
  }

  private static void refused(String message, String number, String text) throws Exception {
    HttpResponse<String> answer = post(message, SOAP);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .contains("<f:EventId>" + number + "</f:EventId>", text)
        .doesNotContain("Assertion");
  }

  private static String address() {
    return "https://localhost:" + sts.port() + "/runtime/services/kombittrust/14/certificatemixed";
  }

  private static HttpResponse<String> post(String message, String type) throws Exception {
    return Gateway.withoutCertificate(TestCertificates.trust())
        .send(
            HttpRequest.newBuilder(URI.create(address()))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build());
  }

  private static String assertion(String answer) {
    int start = answer.indexOf("<Assertion");
    return answer.substring(start, answer.indexOf("</Assertion>") + "</Assertion>".length());
  }
}
