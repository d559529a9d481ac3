package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Callers that share no code with us: {@code src/test/shell}, written with curl, openssl and
 * xmlsec1, at the packaged server.
 */
@ExtendWith(ArquillianExtension.class)
class ShellCallersIT {
  private final Wire wire = Wire.played();
  private final FreshEvent fresh = FreshEvent.in(wire.system());
  @TempDir Path folder;

  @BeforeEach
  void require() {
    Xmlsec.require(folder);
    Shell.require(folder, "curl", "openssl");
  }

  @AfterEach
  void forget() {
    Traces.remove(wire, fresh.eventId());
    Traces.execute(
        wire,
        List.of("DELETE FROM ops.access_token WHERE audience = ?"),
        "http://borgermaaling.dk/service/case-event/1");
  }

  @Test
  void curl_exchanges_a_saml_token_and_registers_with_an_access_token() throws IOException {
    Shell.Answer answer = run("access-token.sh", fresh.cloudEvent("0740", "6.2"));
    assertThat(answer.status()).as(answer.body()).isEqualTo("202");
    assertThat(answer.body()).contains(fresh.eventId(), "REGISTERED");
    Traces.awaitDecision(wire, fresh.eventId());
  }

  @Test
  void openssl_signs_a_request_and_verifies_the_answer() throws IOException {
    Shell.Answer answer = run("http-signature.sh", fresh.cloudEvent("0740", "6.2"));
    assertThat(answer.status()).as(answer.body()).isEqualTo("202");
    assertThat(answer.body()).contains(fresh.eventId(), "REGISTERED");
    Traces.awaitDecision(wire, fresh.eventId());
  }

  @Test
  void openssl_verifies_the_signed_answer_that_refuses_an_event() throws IOException {
    Shell.Answer answer = run("http-signature.sh", fresh.cloudEvent("0740", "6.99"));
    assertThat(answer.status()).as(answer.body()).isEqualTo("422");
    assertThat(answer.body()).contains("unknown-target-group");
  }

  @Test
  void xmlsec1_signs_a_message_and_verifies_the_answer() throws IOException {
    Shell.Answer answer = run("oio-idws-soap.sh", fresh.soap("0740", "6.2"));
    assertThat(answer.status()).as(answer.body()).isEqualTo("200");
    assertThat(answer.body()).contains(fresh.eventId(), "stored");
    Traces.awaitDecision(wire, fresh.eventId());
  }

  private Shell.Answer run(String script, String input) throws IOException {
    Path file = Files.writeString(folder.resolve("input"), input);
    return new Shell(wire, Files.createDirectory(folder.resolve("work"))).run(script, file);
  }
}
