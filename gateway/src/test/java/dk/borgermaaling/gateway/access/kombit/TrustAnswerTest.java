package dk.borgermaaling.gateway.access.kombit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.trust.TrustFolder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TrustAnswerTest {
  private static final Identity STS = Identity.authority("sts");
  private static final TrustFolder TRUST = new TrustFolder(Identity.authority("gateway"), STS);
  private static final String QUESTION = "urn:uuid:3f1c2a4e-0000-4000-8000-000000000001";

  static {
    WSSConfig.init();
  }

  @AfterAll
  static void clean() {
    TRUST.close();
  }

  @Test
  void the_assertion_of_an_answer_that_the_sts_signed_is_taken_as_it_stands() throws NoToken {
    String assertion =
        new String(Base64.getDecoder().decode(read(answer())), StandardCharsets.UTF_8);
    assertThat(assertion).startsWith("<Assertion xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\"");
    assertThat(assertion).contains("a:type=\"KeyInfoConfirmationDataType\"", "xmlns:a=");
  }

  @Test
  void what_the_signature_does_not_hold_for_is_not_believed() {
    refused(changed(xml -> xml.replace(">35209115<", ">20310413<")), "does not hold");
    refused(changed(xml -> xml.replace(QUESTION, QUESTION.replace("001", "002"))), "does not hold");
    refused(
        changed(xml -> xml.replaceFirst("<ds:Signature .*</ds:Signature>", "")),
        "not one signature");
  }

  @Test
  void what_is_not_signed_is_not_believed() {
    for (String part : new String[] {"Body", "Timestamp", "RelatesTo", "Action"}) {
      refused(with(answer -> answer.unsigned = part), "a part that is not signed");
    }
  }

  @Test
  void an_answer_to_another_question_is_none() {
    refused(with(answer -> answer.relatesTo = "urn:uuid:other"), "an answer to something else");
    refused(with(answer -> answer.action += "x"), "an answer to something else");
  }

  @Test
  void nobody_but_a_token_service_in_force_may_answer() {
    refused(
        with(answer -> answer.signer = Identity.authority("stranger")), "the STS answered with");
    TRUST.tokenServices(Identity.authority("next"));
    try {
      refused(answer(), "the STS answered with");
    } finally {
      TRUST.tokenServices(STS);
    }
  }

  @Test
  void a_body_that_was_wrapped_into_another_is_not_taken_for_the_signed_one() {
    refused(
        changed(
            xml -> {
              int start = xml.indexOf("<s:Body");
              String body = xml.substring(start, xml.indexOf("</s:Body>") + "</s:Body>".length());
              String forged =
                  body.replace(">35209115<", ">20310413<")
                      .replaceAll(" [a-zA-Z]*:?I[dD]=\"[^\"]*\"", "");
              return xml.replace(body, forged)
                  .replace("</s:Header>", "<x>" + body + "</x></s:Header>");
            }),
        "a part that is not signed");
  }

  @Test
  void the_same_id_twice_is_not_read() {
    refused(
        changed(xml -> xml.replace("</s:Header>", "<x Id=\"" + id(xml) + "\"/></s:Header>")),
        "an id that is there twice");
  }

  @Test
  void other_algorithms_are_not_believed() {
    refused(
        with(answer -> answer.algorithm = "http://www.w3.org/2000/09/xmldsig#rsa-sha1"),
        "does not hold");
    refused(
        with(answer -> answer.digest = "http://www.w3.org/2000/09/xmldsig#sha1"), "does not hold");
  }

  @Test
  void an_answer_from_yesterday_or_tomorrow_is_not_believed() {
    for (Duration off : new Duration[] {Duration.ofMinutes(7), Duration.ofMinutes(-3)}) {
      assertThatThrownBy(
              () ->
                  new TrustAnswer(TRUST.trust(), Clock.offset(Clock.systemUTC(), off))
                      .assertion(answer(), QUESTION))
          .isInstanceOf(NoToken.class)
          .hasMessageContaining("an answer that is not of now");
    }
  }

  @Test
  void another_structure_is_not_read() {
    refused(with(answer -> answer.responses = 2), "another structure");
    refused(with(answer -> answer.responses = 0), "another structure");
    refused("<a/>".getBytes(StandardCharsets.UTF_8), "another structure");
    refused("<!DOCTYPE a><a/>".getBytes(StandardCharsets.UTF_8), "no XML");
    refused("".getBytes(StandardCharsets.UTF_8), "no XML");
  }

  private static String id(String xml) {
    return xml.replaceFirst("(?s).*<s:Body[^>]* [a-z]*:?Id=\"([^\"]*)\".*", "$1");
  }

  private static void refused(byte[] answer, String why) {
    assertThatThrownBy(() -> read(answer))
        .hasMessageContaining(why)
        .isInstanceOfSatisfying(
            NoToken.class, none -> assertThat(none.reason()).isEqualTo(NoToken.Reason.UNREADABLE));
  }

  private static String read(byte[] answer) throws NoToken {
    return new TrustAnswer(TRUST.trust(), Clock.systemUTC()).assertion(answer, QUESTION);
  }

  private static byte[] answer() {
    return with(answer -> {});
  }

  private static byte[] with(Consumer<SignedAnswer> change) {
    SignedAnswer answer = new SignedAnswer(STS, QUESTION);
    change.accept(answer);
    return answer.write();
  }

  private static byte[] changed(UnaryOperator<String> change) {
    String before = new String(answer(), StandardCharsets.UTF_8);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    return after.getBytes(StandardCharsets.UTF_8);
  }
}
