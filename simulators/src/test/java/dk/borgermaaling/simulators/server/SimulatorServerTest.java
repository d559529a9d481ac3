package dk.borgermaaling.simulators.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatorServerTest {
  private SimulatorServer server;

  @BeforeEach
  void open() throws IOException, NoSuchAlgorithmException {
    server = SimulatorServer.open(0, SSLContext.getDefault(), List.of());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void whatever_localhost_means_it_is_there() throws IOException {
    for (InetAddress address : InetAddress.getAllByName("localhost")) {
      assertThat(answers(address)).as(address.toString()).isTrue();
    }
    for (InetAddress address : addresses(true)) {
      assertThat(answers(address)).as(address.toString()).isTrue();
    }
  }

  @Test
  void other_machines_do_not_reach_it() throws IOException {
    assertThat(server.addresses())
        .isNotEmpty()
        .allMatch(bound -> bound.getAddress().isLoopbackAddress())
        .allMatch(bound -> bound.getPort() == server.port());
    for (InetAddress address : addresses(false)) {
      assertThat(answers(address)).as(address.toString()).isFalse();
    }
  }

  private static List<InetAddress> addresses(boolean loopback) throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address.isLoopbackAddress() == loopback)
        .toList();
  }

  private boolean answers(InetAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, server.port()), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
