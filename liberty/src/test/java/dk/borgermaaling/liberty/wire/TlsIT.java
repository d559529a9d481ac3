package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.HexFormat;
import javax.net.ssl.SSLSocket;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which TLS both doors speak. */
@ExtendWith(ArquillianExtension.class)
class TlsIT {
  private static final int PATIENCE_MILLIS = 10_000;

  /** The first byte of a record with a ServerHello; an alert begins with 21. */
  private static final int HANDSHAKE = 22;

  private final Wire wire = Wire.played();

  @ParameterizedTest
  @CsvSource({
    "TLSv1.3,TLS_AES_128_GCM_SHA256",
    "TLSv1.2,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLSv1.2,TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
  })
  void forward_secrecy_with_authenticated_encryption_is_spoken(String protocol, String suite)
      throws IOException {
    for (int port : doors()) {
      assertThat(handshake(port, protocol, suite)).isEqualTo(suite);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
        "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_RSA_WITH_AES_128_GCM_SHA256"
      })
  void weaker_suites_are_not(String suite) {
    for (int port : doors()) {
      assertThatThrownBy(() -> handshake(port, "TLSv1.2", suite)).isInstanceOf(IOException.class);
    }
  }

  /**
   * The JDK's own client would not even ask, so the first bytes of a handshake are written here.
   */
  @Test
  void older_versions_are_not() throws IOException {
    for (int port : doors()) {
      assertThat(firstByte(port, hello("0303", "c02f"))).isEqualTo(HANDSHAKE);
      for (String older : new String[] {"0302", "0301", "0300"}) {
        assertThat(firstByte(port, hello(older, "c013"))).as(older).isNotEqualTo(HANDSHAKE);
      }
    }
  }

  /**
   * A ClientHello of this version that knows one suite, in one record (RFC 5246, section 7.4.1.2).
   */
  private static byte[] hello(String version, String suite) {
    String extensions = "000a00040002001700" + "0b00020100" + "000d0006000408040401";
    String body =
        version
            + "5a".repeat(32)
            + "00"
            + "0002"
            + suite
            + "0100"
            + "%04x".formatted(extensions.length() / 2)
            + extensions;
    String message = "01" + "%06x".formatted(body.length() / 2) + body;
    return HexFormat.of().parseHex("160301" + "%04x".formatted(message.length() / 2) + message);
  }

  private static int firstByte(int port, byte[] hello) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(hello);
      return socket.getInputStream().read();
    } catch (SocketException e) {
      return -1; // reset: no answer
    }
  }

  private int[] doors() {
    return new int[] {wire.soap().getPort(), wire.mutualTls("/").getPort()};
  }

  /** Shakes hands as the caller and gives the suite that was agreed. */
  private String handshake(int port, String protocol, String suite) throws IOException {
    var sockets = wire.as("caller").tls().getSocketFactory();
    try (SSLSocket socket =
        (SSLSocket) sockets.createSocket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setEnabledProtocols(new String[] {protocol});
      socket.setEnabledCipherSuites(new String[] {suite});
      socket.startHandshake();
      return socket.getSession().getCipherSuite();
    }
  }
}
