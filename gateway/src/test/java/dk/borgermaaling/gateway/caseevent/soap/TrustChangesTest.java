package dk.borgermaaling.gateway.caseevent.soap;

import static dk.borgermaaling.gateway.caseevent.soap.SignedEndpoint.CA;
import static dk.borgermaaling.gateway.caseevent.soap.SignedEndpoint.CALLER;
import static dk.borgermaaling.gateway.caseevent.soap.SignedEndpoint.GATEWAY;
import static dk.borgermaaling.gateway.caseevent.soap.SignedEndpoint.NEXT_STS;
import static dk.borgermaaling.gateway.caseevent.soap.SignedEndpoint.STS;
import static dk.borgermaaling.gateway.edge.soap.SoapProfile.OIO_IDWS;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.edge.soap.AnswerSignature;
import dk.borgermaaling.gateway.edge.soap.Faults;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.soap.RawMessage;
import dk.borgermaaling.gateway.edge.soap.TestToken;
import dk.borgermaaling.gateway.edge.trust.RevocationSettings;
import dk.borgermaaling.gateway.edge.trust.TrustFolder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The endpoint stays up while the certificates around it change. */
class TrustChangesTest {
  private static final Identity NEXT_KEY = CA.issue("gateway-next");
  private static final Pattern ANSWERED_BY =
      Pattern.compile("<wsse:BinarySecurityToken[^>]*>([^<]+)<");
  private final TrustFolder trust = new TrustFolder(CA, RevocationSettings.Mode.HARD, GATEWAY, STS);
  private SignedEndpoint endpoint;

  @BeforeEach
  void start() {
    endpoint = new SignedEndpoint(CaseEventSoap.OIO_IDWS, trust);
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void a_token_service_is_trusted_from_the_moment_that_its_certificate_is_in_the_file() {
    Faults.assertNotTrusted(post(NEXT_STS), OIO_IDWS);
    trust.tokenServices(STS, NEXT_STS);
    assertThat(post(NEXT_STS).statusCode()).isEqualTo(200);
    assertThat(post(STS).statusCode()).as("the old one beside it").isEqualTo(200);
  }

  @Test
  void a_token_service_is_not_trusted_any_more_once_it_is_out_of_the_file() {
    trust.tokenServices(STS, NEXT_STS);
    assertThat(post(STS).statusCode()).isEqualTo(200);
    trust.tokenServices(NEXT_STS);
    Faults.assertNotTrusted(post(STS), OIO_IDWS);
    assertThat(post(NEXT_STS).statusCode()).isEqualTo(200);
    assertThat(endpoint.intake.events()).hasSize(2);
  }

  @Test
  void answers_are_signed_with_the_new_key_after_a_change() {
    assertThat(signer(post(STS))).isEqualTo(GATEWAY.certificateBase64());
    trust.signingKey(NEXT_KEY);
    assertThat(signer(post(STS))).isEqualTo(NEXT_KEY.certificateBase64());
  }

  @Test
  void a_call_that_is_inside_while_the_key_changes_is_answered_with_the_one_it_met() {
    endpoint.intake.meanwhile(() -> trust.signingKey(NEXT_KEY));
    HttpResponse<String> answer = post(STS);
    assertThat(signer(answer)).isEqualTo(GATEWAY.certificateBase64());
    assertSignedByItsOwnCertificate(answer);
    assertThat(signer(post(STS))).isEqualTo(NEXT_KEY.certificateBase64());
  }

  @Test
  void no_call_fails_while_the_key_changes_again_and_again()
      throws ExecutionException, InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService callers = Executors.newFixedThreadPool(2);
    try {
      List<Future<List<HttpResponse<String>>>> calls = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        calls.add(callers.submit(() -> callUntil(done)));
      }
      for (int i = 0; i < 20; i++) {
        trust.signingKey(i % 2 == 0 ? NEXT_KEY : GATEWAY);
        post(STS);
      }
      done.set(true);
      for (Future<List<HttpResponse<String>>> call : calls) {
        assertThat(call.get())
            .isNotEmpty()
            .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200))
            .allSatisfy(TrustChangesTest::assertSignedByItsOwnCertificate);
      }
    } finally {
      done.set(true);
      callers.shutdown();
    }
  }

  @Test
  void a_caller_is_refused_like_a_stranger_once_its_certificate_is_revoked() {
    assertThat(post(STS).statusCode()).isEqualTo(200);
    trust.revoke(CALLER);
    Faults.assertNotTrusted(post(STS), OIO_IDWS);
    assertThat(endpoint.intake.events()).hasSize(1);
  }

  @Test
  void a_token_service_is_refused_like_a_stranger_once_its_certificate_is_revoked() {
    trust.tokenServices(STS, NEXT_STS);
    trust.revoke(STS);
    Faults.assertNotTrusted(post(STS), OIO_IDWS);
    assertThat(post(NEXT_STS).statusCode()).isEqualTo(200);
  }

  @Test
  void a_caller_and_a_token_service_are_refused_like_strangers_once_the_operator_says_so() {
    trust.tokenServices(STS, NEXT_STS);
    trust.refuse(STS);
    Faults.assertNotTrusted(post(STS), OIO_IDWS);
    assertThat(post(NEXT_STS).statusCode()).isEqualTo(200);
    trust.refuse(CALLER);
    Faults.assertNotTrusted(post(NEXT_STS), OIO_IDWS);
    assertThat(endpoint.intake.events()).hasSize(1);
  }

  private List<HttpResponse<String>> callUntil(AtomicBoolean done) {
    List<HttpResponse<String>> answers = new ArrayList<>();
    do {
      answers.add(post(STS));
    } while (!done.get());
    return answers;
  }

  private HttpResponse<String> post(Identity issuer) {
    TestToken token = TestToken.issued(issuer, CALLER, SignedCaseEventsTest.CVR);
    return endpoint.post(RawMessage.of(token, endpoint.address, SignedEndpoint.oneEvent()).bytes());
  }

  private static String signer(HttpResponse<String> answer) {
    Matcher found = ANSWERED_BY.matcher(answer.body());
    assertThat(found.find()).as("the answer carries a certificate").isTrue();
    return found.group(1).replaceAll("\\s|&#13;|&#xd;", "");
  }

  private static void assertSignedByItsOwnCertificate(HttpResponse<String> answer) {
    String certificate = signer(answer);
    Identity signer = certificate.equals(GATEWAY.certificateBase64()) ? GATEWAY : NEXT_KEY;
    assertThat(certificate).isEqualTo(signer.certificateBase64());
    AnswerSignature.assertBy(signer.certificate(), answer.body());
  }
}
