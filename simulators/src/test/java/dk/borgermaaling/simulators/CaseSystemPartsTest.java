package dk.borgermaaling.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.support.TestCertificates;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseSystemPartsTest {
  @TempDir Path state;

  @Test
  void all_case_systems_start_without_a_gateway_and_tell_how_far_the_story_is() throws Exception {
    try (Simulators simulators = Simulators.start(settings())) {
      JsonObject status = status(simulators.port());
      assertThat(status.keySet()).contains("momentum", "fasit", "service-platform", "story");
      assertThat(status.getJsonObject("momentum").keySet()).containsExactly("0461");
      assertThat(status.getJsonObject("fasit").getInt("sent")).isZero();
      assertThat(status.getJsonObject("story").getInt("people")).isEqualTo(300);
      assertThat(status.getJsonObject("story").getBoolean("storyComplete")).isFalse();
      HttpRequest resend =
          request(simulators.port(), "/demo/fasit/resend").POST(BodyPublishers.noBody()).build();
      assertThat(client().send(resend).body()).contains("\"stored\":0");
    }
  }

  private Path settings() throws Exception {
    return Files.writeString(
        state.resolve("simulators.properties"),
        """
        port=0
        state-dir=%s
        certificates-dir=%s
        gateway-url=https://localhost:1
        gateway-mtls-url=https://localhost:1
        people=300
        clock.real-anchor=%s
        clock.business-anchor=2026-11-23T07:55:00Z
        clock.speed=8640
        momentum.0461.client-id=a
        momentum.0461.client-secret=b
        momentum.0461.api-key=c
        momentum.0461.resource=d
        """
            .formatted(
                state.resolve("state"), TestCertificates.dir(), Clock.systemUTC().instant()));
  }

  private static JsonObject status(int port) throws Exception {
    String text = client().send(request(port, "/demo/status").build()).body();
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path));
  }

  private static Gateway client() {
    return Gateway.withoutCertificate(TestCertificates.trust());
  }
}
