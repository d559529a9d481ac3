package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who announces a body and sends a byte now and then, at the packaged server. */
@ExtendWith(ArquillianExtension.class)
class SlowBodyIT {
  /** The demonstration's {@code gateway.edge.max-body-time}, and what a busy machine may add. */
  private static final int MOST_BYTES = 200;

  private static final int PAUSE_MILLIS = 250;
  private static final int LONGEST_MILLIS = 20_000;
  private final Wire wire = Wire.played();

  @RegisterExtension final UnchangedDatabase database = new UnchangedDatabase(wire);

  @Test
  void a_sender_that_drips_is_answered_and_its_connection_closed() {
    Map<String, String> doors =
        Map.of(
            "/soap/case-events", "application/soap+xml; charset=utf-8",
            "/rest/v1/case-events", "application/cloudevents+json");
    List<CompletableFuture<Void>> senders =
        doors.entrySet().stream()
            .map(
                door ->
                    CompletableFuture.runAsync(
                        () -> assertTooSlow(drip(door.getKey(), door.getValue()))))
            .toList();
    senders.forEach(CompletableFuture::join);
  }

  private static void assertTooSlow(String answer) {
    assertThat(answer)
        .startsWith("HTTP/1.1 408 ")
        .containsIgnoringCase("Connection: close")
        .contains("http://borgermaaling.dk/problems/too-slow", "A message takes at most 10 s");
  }

  /** What the server sent until it closed the connection. */
  private String drip(String path, String contentType) {
    URI to = wire.system().gateway();
    try (Socket socket =
        wire.nobody().tls().getSocketFactory().createSocket(to.getHost(), to.getPort())) {
      socket.setSoTimeout(PAUSE_MILLIS);
      send(
          socket,
          """
          POST %s HTTP/1.1
          Host: %s
          Content-Type: %s
          Content-Length: 100000

          """
              .formatted(path, to.getAuthority(), contentType)
              .replace("\n", "\r\n"));
      String first = "";
      for (int i = 0; first.isEmpty() && i < MOST_BYTES; i++) {
        first = next(socket.getInputStream());
        if (first.isEmpty()) {
          send(socket, " ");
        }
      }
      socket.setSoTimeout(LONGEST_MILLIS);
      return first + new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String next(InputStream in) throws IOException {
    try {
      int first = in.read();
      return first < 0 ? "" : Character.toString(first);
    } catch (SocketTimeoutException e) {
      return "";
    }
  }
}
