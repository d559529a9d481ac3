package dk.borgermaaling.liberty.wire;

import dk.borgermaaling.simulators.Gateway;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;

/** Bytes as no client would write them, over TLS. */
public final class RawTls {
  private static final int PATIENCE_MILLIS = 2_000;
  private static final int MOST = 65_536;
  private static final Pattern STATUS = Pattern.compile("HTTP/\\d\\.\\d (\\d{3}) ");

  private RawTls() {}

  /** The statuses of all answers that come, until the server closes or is silent for a while. */
  public static List<Integer> send(Gateway client, int port, String bytes) {
    return STATUS
        .matcher(answers(client, port, bytes))
        .results()
        .map((MatchResult match) -> Integer.valueOf(match.group(1)))
        .toList();
  }

  /** Those answers as they came. */
  static String answers(Gateway client, int port, String bytes) {
    try (SSLSocket socket =
        (SSLSocket) client.tls().getSocketFactory().createSocket("localhost", port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(InputStream in) throws IOException {
    byte[] answer = new byte[MOST];
    int length = 0;
    try {
      for (int read = 0; read >= 0 && length < MOST; length += Math.max(read, 0)) {
        read = in.read(answer, length, MOST - length);
      }
    } catch (SocketTimeoutException e) {
      // silent now: what has come is all
    } catch (IOException e) {
      // closed in our face: what has come is all
    }
    return new String(answer, 0, length, StandardCharsets.ISO_8859_1);
  }
}
