package dk.borgermaaling.gateway.caseevent.soap;

import static dk.borgermaaling.gateway.caseevent.soap.SignedEndpoint.CALLER;
import static dk.borgermaaling.gateway.caseevent.soap.SignedEndpoint.STRANGER;
import static dk.borgermaaling.gateway.caseevent.soap.SignedEndpoint.STS;
import static dk.borgermaaling.gateway.edge.soap.SoapProfile.OIO_IDWS;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.soap.Faults;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.soap.RawMessage;
import dk.borgermaaling.gateway.edge.soap.TestToken;
import dk.borgermaaling.gateway.edge.trust.ClockDrift;
import dk.borgermaaling.gateway.testing.LogLines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callers and token services whose clocks are off, but not by so much that they are refused. */
class DriftingCallersTest {
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private final SignedEndpoint endpoint = new SignedEndpoint();
  private final LogLines log = LogLines.of(ClockDrift.class);

  @AfterEach
  void close() {
    log.close();
    endpoint.close();
  }

  @Test
  void a_caller_ahead_within_the_tolerance_is_served_and_told_of_once() {
    for (int i = 0; i < 2; i++) {
      RawMessage ahead = message(token()).created(Instant.now().plusSeconds(50), FIVE_MINUTES);
      assertThat(endpoint.post(ahead.bytes()).statusCode()).isEqualTo(200);
    }
    assertThat(log.all())
        .singleElement()
        .asString()
        .matches(
            "WARNING the clock of the caller " + name(CALLER) + " is [345][0-9] s ahead of ours");
  }

  @Test
  void a_token_service_ahead_is_told_of() {
    TestToken early = token().valid(Instant.now().plusSeconds(50), Duration.ofHours(1));
    assertThat(endpoint.post(message(early).bytes()).statusCode()).isEqualTo(200);
    assertThat(log.all())
        .singleElement()
        .asString()
        .startsWith("WARNING the clock of the token service " + name(STS));
  }

  @Test
  void what_nobody_signed_is_believed_of_nobody() {
    RawMessage ahead = message(token()).created(Instant.now().plusSeconds(50), FIVE_MINUTES);
    String text = new String(ahead.bytes(), StandardCharsets.UTF_8);
    Faults.assertNotTrusted(
        endpoint.post(text.replace("6101901234", "6101901235").getBytes(StandardCharsets.UTF_8)),
        OIO_IDWS);
    TestToken foreign = TestToken.issued(STRANGER, CALLER, SignedCaseEventsTest.CVR);
    Faults.assertNotTrusted(
        endpoint.post(
            message(foreign).created(Instant.now().plusSeconds(50), FIVE_MINUTES).bytes()),
        OIO_IDWS);
    assertThat(log.all()).isEmpty();
  }

  private static TestToken token() {
    return TestToken.issued(STS, CALLER, SignedCaseEventsTest.CVR);
  }

  private RawMessage message(TestToken token) {
    return RawMessage.of(token, endpoint.address, SignedEndpoint.oneEvent());
  }

  private static String name(Identity identity) {
    return Thumbprint.of(identity.certificate()).sha256().substring(0, 8);
  }
}
