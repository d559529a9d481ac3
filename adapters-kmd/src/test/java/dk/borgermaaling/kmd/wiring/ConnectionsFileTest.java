package dk.borgermaaling.kmd.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.kmd.rest.MomentumConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsFileTest {
  @TempDir Path folder = Path.of(".");

  @Test
  void each_municipality_is_a_connection() throws IOException {
    Path file =
        file(
            """
            0461.base-url=https://momentum.example/0461/api/
            0461.token-url=https://login.example/oauth2/token
            0461.client-id=id
            0461.client-secret=s3=cret
            0461.api-key=key
            0461.resource=resource
            """);

    assertThat(ConnectionsFile.read(file))
        .singleElement()
        .extracting(MomentumConnection::baseUrl, MomentumConnection::clientSecret)
        .extracting(Object::toString)
        .containsExactly("https://momentum.example/0461/api", "s3=cret");
  }

  @Test
  void what_is_missing_is_named_and_nothing_of_the_rest() throws IOException {
    Path file = file("0461.base-url=https://a.example\n0461.client-secret=s3cret\n");

    assertThatThrownBy(() -> ConnectionsFile.read(file))
        .hasMessage("gateway.kmd.connections-file has no 0461.token-url");
  }

  @ParameterizedTest
  @CsvSource({
    "base-url, http://momentum.example/s3cret, 0461.base-url must be an https address",
    "base-url, https:/s3cret, 0461.base-url must be an https address",
    "base-url, https://s3cret example, 0461.base-url is no address",
    "token-url, ldap://s3cret.example, 0461.token-url must be an https address",
    "client-secret, s3crét, 0461.client-secret must consist of visible ASCII",
    "api-key, s3cret\\u0007, 0461.api-key must consist of visible ASCII",
    "page-size, 1001, 0461.page-size must be 1 to 1000",
    "page-size, s3cret, 0461.page-size must be 1 to 1000",
    "extra-ca, /s3cret.pem, 0461.extra-ca is no file that can be read",
    "extra_ca, s3cret, a name for 0461 that is none of",
  })
  void what_cannot_be_called_or_sent_is_named_and_not_printed(
      String name, String value, String problem) throws IOException {
    Map<String, String> values =
        new TreeMap<>(
            Map.of(
                "base-url", "https://a.example",
                "token-url", "https://b.example",
                "client-id", "id",
                "client-secret", "secret",
                "api-key", "key",
                "resource", "resource"));
    values.put(name, value);
    Path file =
        file(
            values.entrySet().stream()
                .map(entry -> "0461." + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n")));

    assertThatThrownBy(() -> ConnectionsFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageContaining(problem)
        .hasMessageNotContaining("s3cr");
  }

  @Test
  void a_municipality_may_have_roots_and_a_page_size_of_its_own() throws IOException {
    Path roots = Files.writeString(folder.resolve("roots.pem"), "");
    Path file =
        file(
            """
            0461.base-url=https://momentum.example/0461/api
            0461.token-url=https://login.example/oauth2/token
            0461.client-id=id
            0461.client-secret=secret
            0461.api-key=key
            0461.resource=resource
            0461.extra-ca=%s
            0461.page-size=250
            """
                .formatted(roots));

    assertThat(ConnectionsFile.read(file))
        .singleElement()
        .extracting(MomentumConnection::extraCa, MomentumConnection::pageSize)
        .containsExactly(roots, 250);
    assertThatThrownBy(() -> TrustedRoots.with(null, roots))
        .hasMessage("an extra-ca of gateway.kmd.connections-file cannot be used");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("connections.properties"), content);
  }
}
