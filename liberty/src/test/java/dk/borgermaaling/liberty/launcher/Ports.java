package dk.borgermaaling.liberty.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** The ports of one running system; README and docs name the agreed ones, tests take free ones. */
public record Ports(int http, int https, int mutualTls, int simulators, int database) {

  /** 9080, 9443, 9444 and 9543; the database takes a free one. */
  static Ports agreed() {
    return new Ports(9080, 9443, 9444, 9543, free(1).get(0));
  }

  static Ports free() {
    List<Integer> ports = free(5);
    return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
  }

  /** Of another node with the same database and simulators. */
  Ports beside() {
    List<Integer> own = free(3);
    return new Ports(own.get(0), own.get(1), own.get(2), simulators, database);
  }

  private static List<Integer> free(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      List<Integer> ports = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        sockets.add(socket);
        ports.add(socket.getLocalPort());
      }
      for (ServerSocket socket : sockets) {
        socket.close();
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
