package dk.borgermaaling.gateway.edge.httpsig;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dk.borgermaaling.gateway.fuzz.Mutations;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** HTTP signature headers, as anybody may write them. */
class SignatureHeadersFuzzTest {
  private static final String READ = "what_is_read_is_read_again_from_what_is_written";
  private static final String VERIFY = "a_request_without_a_known_key_is_not_trusted";
  private static final RequestVerifier VERIFIER =
      new RequestVerifier(
          RequestProfile.of(Duration.ofMinutes(5), Duration.ofSeconds(30)),
          (certificate, at) -> Optional.empty(),
          Clock.fixed(Instant.ofEpochSecond(1_795_000_000), ZoneOffset.UTC));

  @FuzzTest(maxDuration = "2m")
  void what_is_read_is_read_again_from_what_is_written(byte[] field) {
    try {
      Dictionary read = Dictionary.parse(new String(field, StandardCharsets.ISO_8859_1));
      assertThat(Dictionary.parse(read.serialized())).isEqualTo(read);
    } catch (ProblemException e) {
      assertThat(e.problem().type()).isEqualTo(ProblemType.NOT_TRUSTED);
    }
  }

  /** The header section as text, a blank line, the body. */
  @FuzzTest(maxDuration = "2m")
  void a_request_without_a_known_key_is_not_trusted(byte[] request) {
    String text = new String(request, StandardCharsets.ISO_8859_1);
    String[] parts = text.split("\n\n", 2);
    try {
      FieldLines fields = FieldLines.NONE;
      String target = "/rest/v1/case-events";
      for (String line : List.of(parts[0].split("\n", -1))) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          fields = fields.plus(line.substring(0, colon), line.substring(colon + 1));
        } else {
          target = line;
        }
      }
      byte[] body = parts.length < 2 ? new byte[0] : parts[1].getBytes(StandardCharsets.ISO_8859_1);
      VERIFIER.verify(
          new RequestView("POST", "https", "gateway.test", target, fields, Content.of(body)));
    } catch (ProblemException e) {
      assertThat(e.problem().type()).isEqualTo(ProblemType.NOT_TRUSTED);
      return;
    }
    throw new AssertionError("a request was verified without any key");
  }

  @Test
  void fields_changed_at_random_are_read_alike_or_not_trusted() {
    Mutations.run(
        SignatureHeadersFuzzTest.class,
        READ,
        this::what_is_read_is_read_again_from_what_is_written);
  }

  @Test
  void requests_changed_at_random_are_not_trusted() {
    Mutations.run(
        SignatureHeadersFuzzTest.class, VERIFY, this::a_request_without_a_known_key_is_not_trusted);
  }
}
