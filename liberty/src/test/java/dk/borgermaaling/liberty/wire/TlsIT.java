package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import javax.net.ssl.SSLSocket;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which TLS both doors speak. */
@ExtendWith(ArquillianExtension.class)
class TlsIT {
  private static final int PATIENCE_MILLIS = 10_000;
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
