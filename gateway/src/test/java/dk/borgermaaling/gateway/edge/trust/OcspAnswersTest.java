package dk.borgermaaling.gateway.edge.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the responder says, when it is asked, and whom of those who answer is believed. */
class OcspAnswersTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration GRACE = Duration.ofHours(24);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
  private static final Identity CA = Identity.authority("Test CA");
  private static final Identity GOOD = CA.issue("good", YESTERDAY, MONTH);
  private static final Identity BAD = CA.issue("bad", YESTERDAY, MONTH);

  private final SettableRealClock clock = new SettableRealClock(NOW.toString());
  private final Alarms alarms = new Alarms(clock);
  private final FileServer server = new FileServer(new Responder(CA, NOW).revoking(BAD)::answer);
  private final List<Runnable> background = new ArrayList<>();
  @TempDir private Path folder;
  private OcspAnswers answers;

  @BeforeEach
  void start() {
    answers = answers(background::add);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_certificate_that_is_new_is_unknown_and_asked_about_in_the_background() {
    assertThat(statusOf(GOOD)).isEqualTo(Status.UNKNOWN);
    assertThat(server.requests).as("on the path of the message").hasValue(0);
    work();
    assertThat(statusOf(GOOD)).isEqualTo(Status.GOOD);
    assertThat(server.requests).hasValue(1);
  }

  @Test
  void a_revoked_certificate_is_revoked() {
    answers.refresh(certificates(GOOD, BAD));
    assertThat(statusOf(BAD)).isEqualTo(Status.REVOKED);
    assertThat(statusOf(GOOD)).isEqualTo(Status.GOOD);
  }

  @Test
  void however_often_it_is_seen_it_is_asked_about_once() {
    for (int i = 0; i < 5; i++) {
      statusOf(GOOD);
      statusOf(BAD);
    }
    assertThat(background).hasSize(1);
    work();
    assertThat(server.requests).hasValue(2);
  }

  @Test
  void a_responder_that_is_down_is_not_asked_more_often_than_once_a_minute() {
    server.fails(503);
    statusOf(GOOD);
    work();
    assertThat(alarms.active())
        .containsEntry("the OCSP responder", "it was asked for and the answer was 503");
    statusOf(GOOD);
    assertThat(background).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    server.fails(200);
    statusOf(GOOD);
    work();
    assertThat(statusOf(GOOD)).isEqualTo(Status.GOOD);
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void a_refresh_gives_up_after_three_silences() {
    server.fails(500);
    List<Identity> many = new ArrayList<>(List.of(GOOD, BAD));
    for (int i = 0; i < 3; i++) {
      many.add(CA.issue("caller-" + i, YESTERDAY, MONTH));
    }
    answers.refresh(certificates(many.toArray(Identity[]::new)));
    assertThat(server.requests).hasValue(3);
  }

  @Test
  void an_outdated_answer_counts_for_the_grace_and_is_asked_again() {
    answers.refresh(certificates(GOOD));
    clock.advance(Duration.ofHours(4));
    assertThat(statusOf(GOOD)).isEqualTo(Status.GOOD);
    clock.advance(Duration.ofSeconds(1));
    assertThat(statusOf(GOOD)).isEqualTo(Status.STALE);
    assertThat(background).hasSize(1);
    clock.advance(GRACE);
    assertThat(statusOf(GOOD)).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void an_answer_without_an_end_is_fresh_for_a_quarter_of_an_hour() {
    serve(new Responder(CA, NOW).valid(NOW, null));
    answers.refresh(certificates(GOOD));
    clock.advance(Duration.ofMinutes(15));
    assertThat(statusOf(GOOD)).isEqualTo(Status.GOOD);
    clock.advance(Duration.ofSeconds(1));
    assertThat(statusOf(GOOD)).isEqualTo(Status.STALE);
  }

  @Test
  void a_good_answer_out_of_the_past_is_not_taken() {
    Instant past = NOW.minus(Duration.ofDays(2));
    assertNotBelieved(new Responder(CA, NOW).valid(past, past.plus(Duration.ofHours(4))));
  }

  @Test
  void an_older_answer_does_not_take_the_place_of_a_newer_one() {
    answers.refresh(certificates(BAD));
    serve(new Responder(CA, NOW).valid(NOW.minus(Duration.ofHours(1)), NOW.plus(GRACE)));
    answers.refresh(certificates(BAD));
    assertThat(statusOf(BAD)).isEqualTo(Status.REVOKED);
  }

  @Test
  void an_answer_that_somebody_else_signed_is_not_believed() {
    assertNotBelieved(new Responder(CA, NOW).signedBy(Identity.authority("Test CA")));
    assertNotBelieved(new Responder(CA, NOW).signedBy(Identity.authority("Other CA")));
  }

  @Test
  void a_responder_that_the_authority_has_certified_for_it_is_believed() throws IOException {
    Extension purpose =
        Extension.create(
            Extension.extendedKeyUsage,
            false,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
    Identity delegate = CA.issue("responder", YESTERDAY, MONTH, purpose);
    serve(new Responder(CA, NOW).signedBy(delegate).revoking(BAD));
    answers.refresh(certificates(GOOD, BAD));
    assertThat(statusOf(GOOD)).isEqualTo(Status.GOOD);
    assertThat(statusOf(BAD)).isEqualTo(Status.REVOKED);
  }

  @Test
  void another_certificate_of_the_authority_answers_nothing() {
    assertNotBelieved(new Responder(CA, NOW).signedBy(BAD));
  }

  @Test
  void an_answer_about_another_certificate_is_not_believed() throws Unusable {
    byte[] other = OcspRequest.of(BAD.certificate(), CA.certificate());
    server.answers(asked -> new Responder(CA, NOW).answer(other));
    answers.refresh(certificates(GOOD));
    assertThat(statusOf(GOOD)).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void a_responder_that_does_not_know_or_cannot_say_leaves_it_unknown() {
    assertNotBelieved(new Responder(CA, NOW).knowsNothing());
    for (UnaryOperator<byte[]> nonsense :
        List.<UnaryOperator<byte[]>>of(
            asked -> Responder.tryLater(), asked -> asked, asked -> new byte[0])) {
      server.answers(nonsense);
      answers.refresh(certificates(GOOD));
      assertThat(statusOf(GOOD)).isEqualTo(Status.UNKNOWN);
    }
  }

  @Test
  void a_certificate_that_no_issuer_of_ours_has_signed_is_never_asked_about() {
    Identity stranger = Identity.authority("Other CA").issue("stranger");
    assertThat(statusOf(stranger)).isEqualTo(Status.UNKNOWN);
    answers.refresh(certificates(stranger));
    assertThat(background).isEmpty();
    assertThat(server.requests).hasValue(0);
  }

  @Test
  void a_node_that_stops_asks_nobody_and_fails_no_message() {
    answers =
        answers(
            task -> {
              throw new RejectedExecutionException();
            });
    assertThat(statusOf(GOOD)).isEqualTo(Status.UNKNOWN);
    assertThat(statusOf(BAD)).isEqualTo(Status.UNKNOWN);
  }

  private void assertNotBelieved(Responder responder) {
    serve(responder);
    answers.refresh(certificates(GOOD));
    assertThat(statusOf(GOOD)).isEqualTo(Status.UNKNOWN);
    assertThat(alarms.active().keySet())
        .containsExactly(
            "the OCSP responder's answer about " + CertificateFile.name(GOOD.certificate()));
  }

  private void serve(Responder responder) {
    server.answers(responder::answer);
  }

  private Status statusOf(Identity identity) {
    return answers.of(identity.certificate());
  }

  private void work() {
    List<Runnable> tasks = List.copyOf(background);
    background.clear();
    tasks.forEach(Runnable::run);
  }

  private static List<X509Certificate> certificates(Identity... identities) {
    return Stream.of(identities).map(Identity::certificate).toList();
  }

  private OcspAnswers answers(Executor executor) {
    return new OcspAnswers(
        server.address(),
        Issuers.read(StoreFiles.pem(folder.resolve("issuers.pem"), CA), alarms),
        new Downloads(Duration.ofSeconds(5), 100_000),
        GRACE,
        clock,
        alarms,
        executor);
  }
}
