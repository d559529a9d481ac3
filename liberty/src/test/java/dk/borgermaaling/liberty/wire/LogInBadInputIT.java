package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a stranger may send to the log-in page. */
@ExtendWith(ArquillianExtension.class)
class LogInBadInputIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private final Wire wire = Wire.played();
  private final URI logIn = wire.system().gateway().resolve("/login");

  @RegisterExtension final UnchangedDatabase database = new UnchangedDatabase(wire);

  @Test
  void ten_megabytes_are_too_large_whether_or_not_their_length_is_told() {
    byte[] form =
        ("password=" + "a".repeat(Hostile.TEN_MEGABYTES)).getBytes(StandardCharsets.UTF_8);
    assertTooLarge(BodyPublishers.ofByteArray(form));
    assertTooLarge(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)));
    assertThat(wire.get(logIn).statusCode()).isEqualTo(200);
  }

  /** A form of an honest size is read: it is refused for what it says, not for how it arrives. */
  @Test
  void a_form_without_the_pages_token_is_refused_and_shown_again() {
    byte[] form = "user-name=operator&password=wrong".getBytes(StandardCharsets.UTF_8);
    for (BodyPublisher body :
        new BodyPublisher[] {
          BodyPublishers.ofByteArray(form),
          BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form))
        }) {
      HttpResponse<String> answer = wire.post(wire.nobody(), logIn, FORM, body);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("value=\"operator\"");
    }
  }

  /** Refused in words, or cut off while it was still sending. */
  private void assertTooLarge(BodyPublisher body) {
    HttpResponse<String> answer;
    try {
      answer = wire.post(wire.nobody(), logIn, FORM, body);
    } catch (UncheckedIOException cut) {
      return;
    }
    FasitBadInputIT.assertProblem(answer, 413, "too-large");
  }
}
