package dk.borgermaaling.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Route;
import dk.borgermaaling.simulators.support.TestCertificates;
import dk.borgermaaling.simulators.support.TestSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorsTest {
  @TempDir Path state;
  private Simulators simulators;

  @BeforeEach
  void start() throws Exception {
    simulators = Simulators.start(TestSettings.surroundings(state), around -> List.of(new Echo()));
  }

  @AfterEach
  void stop() {
    simulators.close();
  }

  @Test
  void a_part_answers_its_routes_with_path_query_and_body() throws Exception {
    Gateway anonymous = Gateway.withoutCertificate(TestCertificates.trust());
    assertThat(post(anonymous, "/echo/0461/api/a/b?q=%C3%A6", "hej").body())
        .isEqualTo("0461 a/b æ hej nobody");
    assertThat(post(anonymous, "/echo/0461", "").statusCode()).isEqualTo(404);
    assertThat(get(anonymous, "/echo/0461/api/a").statusCode()).isEqualTo(405);
    assertThat(post(anonymous, "/echo/0461/api/a", "x".repeat(101)).statusCode()).isEqualTo(413);
  }

  @Test
  void a_client_certificate_is_seen_when_it_is_shown() throws Exception {
    Gateway known =
        Gateway.withCertificate(TestCertificates.key("gateway"), TestCertificates.trust());
    assertThat(post(known, "/echo/0461/api/a?q=", "").body()).contains("CN=gateway");
  }

  @Test
  void a_part_that_throws_is_answered_500_without_details() throws Exception {
    Gateway anonymous = Gateway.withoutCertificate(TestCertificates.trust());
    HttpResponse<String> answer = post(anonymous, "/fail", "");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("secret");
  }

  @Test
  void the_status_has_a_place_for_every_part() throws Exception {
    Gateway anonymous = Gateway.withoutCertificate(TestCertificates.trust());
    assertThat(get(anonymous, "/demo/status").body()).isEqualTo("{\"echo\":{},\"complete\":true}");
  }

  @Test
  void all_simulators_start_from_a_settings_file_and_their_journals_open_again() throws Exception {
    Path file = state.resolve("simulators.properties");
    Files.writeString(
        file,
        """
        port=0
        state-dir=%s
        certificates-dir=%s
        gateway-url=https://localhost:1/
        gateway-mtls-url=https://localhost:1
        people=300
        story=false
        clock.real-anchor=2026-12-01T10:00:00Z
        clock.business-anchor=2026-11-23T07:55:00Z
        clock.speed=8640
        """
            .formatted(state.resolve("all"), TestCertificates.dir()));
    Gateway anonymous = Gateway.withoutCertificate(TestCertificates.trust());
    for (int start = 1; start <= 2; start++) {
      try (Simulators all = Simulators.start(file)) {
        String address = "https://localhost:" + all.port();
        String status =
            anonymous
                .send(HttpRequest.newBuilder(URI.create(address + "/demo/status")).build())
                .body();
        assertThat(status)
            .contains("\"sts\":{\"issued\":0")
            .contains("\"beskedfordeler\":{\"pushed\":0,\"pending\":0}")
            .contains("\"mailbox\":{\"messages\":0}")
            .contains("\"citizens\":{\"answered\":0")
            .contains("\"complete\":");
      }
    }
  }

  private HttpResponse<String> post(Gateway client, String path, String body) throws Exception {
    return client.send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  private HttpResponse<String> get(Gateway client, String path) throws Exception {
    return client.send(request(path).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + simulators.port() + path));
  }

  private static final class Echo implements Part {
    @Override
    public String name() {
      return "echo";
    }

    @Override
    public List<Route> routes() {
      return List.of(
          Route.post(
                  "/echo/{code}/api/**",
                  request ->
                      Reply.text(
                          200,
                          String.join(
                              " ",
                              request.variable("code"),
                              request.variable("**"),
                              request.query("q").orElse("-"),
                              request.text(),
                              request
                                  .client()
                                  .map(shown -> shown.getSubjectX500Principal().getName())
                                  .orElse("nobody"))))
              .withMaxBody(100),
          Route.post(
              "/fail",
              request -> {
                throw new IllegalStateException("secret");
              }));
    }
  }
}
