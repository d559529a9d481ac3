package dk.borgermaaling.kmd.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.kmd.rest.MomentumConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("connections.properties"), content);
  }
}
