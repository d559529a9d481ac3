package dk.borgermaaling.simulators.sts;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.support.TestCertificates;
import dk.borgermaaling.simulators.xml.Xml;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MessageIdsTest {
  private Instant now = Instant.parse("2026-11-23T07:55:00Z");
  private final MessageIds ids = new MessageIds(() -> now, SignedRequest.LET_IN_FOR);

  @Test
  void an_id_counts_once_for_more_than_five_minutes() throws Exception {
    assertThat(ids.firstTime(request("caller", "urn:uuid:1"))).isTrue();
    now = now.plus(Duration.ofMinutes(5));
    assertThat(ids.firstTime(request("caller", "urn:uuid:1"))).isFalse();
    assertThat(ids.firstTime(request("caller", "urn:uuid:2"))).isTrue();
  }

  @Test
  void an_id_that_no_timestamp_lets_in_any_more_is_forgotten() throws Exception {
    assertThat(ids.firstTime(request("caller", "urn:uuid:1"))).isTrue();
    now = now.plus(SignedRequest.LET_IN_FOR);
    assertThat(ids.firstTime(request("caller", "urn:uuid:1"))).isTrue();
  }

  @Test
  void a_certificates_ids_are_its_own() throws Exception {
    assertThat(ids.firstTime(request("caller", "urn:uuid:1"))).isTrue();
    assertThat(ids.firstTime(request("gateway", "urn:uuid:1"))).isTrue();
  }

  private static SignedRequest request(String signer, String id) throws Exception {
    return new SignedRequest(
        TestCertificates.key(signer).certificate(),
        id,
        "https://sts",
        Xml.parse("<a/>".getBytes(StandardCharsets.UTF_8)).getDocumentElement());
  }
}
