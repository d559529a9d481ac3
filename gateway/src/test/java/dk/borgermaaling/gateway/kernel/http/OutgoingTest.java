package dk.borgermaaling.gateway.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://momentum.example/0461/api",
        "https://localhost:9543/kombit",
        "HTTPS://momentum.example",
        "http://localhost:8080/api",
        "http://127.0.0.1/api",
        "http://[::1]:8080/api"
      })
  void https_with_a_host_may_be_called_and_http_on_this_machine(String told) {
    assertThat(Outgoing.address("a", URI.create(told))).isEqualTo(URI.create(told));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://momentum.example/api",
        "http://localhost.example/api",
        "http://127.0.0.1.example/api",
        "ftp://momentum.example",
        "/api",
        "",
        "https:///api",
        "https:momentum.example",
        "https://under_score.example/api",
        "https://user:s3cret@momentum.example",
        "https://momentum.example/api?key=s3cret",
        "https://momentum.example/api#s3cret"
      })
  void any_other_address_is_refused_and_not_printed(String told) {
    URI address = URI.create(told);
    assertThatThrownBy(() -> Outgoing.address("gateway.x.endpoint", address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("gateway.x.endpoint must be an https address")
        .hasMessageNotContaining("s3cret")
        .hasMessageNotContaining("example");
  }

  @Test
  void a_secret_is_visible_ascii() {
    assertThat(Outgoing.secret("a", "s3=c&ret~!")).isEqualTo("s3=c&ret~!");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3 cret", "s3cret\n", "s3cret\r\nHost: other", "s3crét", "s3\u0000"})
  void any_other_secret_is_refused_and_not_printed(String told) {
    assertThatThrownBy(() -> Outgoing.secret("0461.api-key", told))
        .hasMessage("0461.api-key must consist of visible ASCII characters, without blanks");
  }
}
