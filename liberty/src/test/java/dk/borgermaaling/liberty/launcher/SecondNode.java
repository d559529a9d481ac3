package dk.borgermaaling.liberty.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Another node of the gateway beside the first: its own server, ports and log, and the same
 * database, keys and certificates. It answers to the first one's addresses too, as nodes behind one
 * public address do.
 */
public final class SecondNode implements AutoCloseable {
  private static final String NAME = LibertyServer.NAME + "-2";
  private static final Duration READY = Duration.ofMinutes(4);
  private static final List<String> OF_A_RUN =
      List.of("workarea", "logs", "tranlog", "configDropins");
  private final LibertyServer server;
  private final LocalHttps https;
  private final Ports ports;

  SecondNode(Path wlp, StateFolder state, Ports first, ServerVariables variables) {
    ports = first.beside();
    https = new LocalHttps(state);
    server = new LibertyServer(wlp, state, NAME);
    copyServer(LibertyServer.configuration(wlp, LibertyServer.NAME), server.configuration());
    variables
        .set("http.port", ports.http())
        .set("https.port", ports.https())
        .set("mtls.port", ports.mutualTls())
        .set("gateway.edge.mutual-tls-port", ports.mutualTls())
        .set(
            "gateway.soap.public-addresses",
            address(first.https()) + "/soap," + gateway() + "/soap")
        .set(
            "gateway.rest.public-addresses",
            Stream.of(first.https(), first.mutualTls(), ports.https(), ports.mutualTls())
                .map(SecondNode::address)
                .reduce((one, other) -> one + "," + other)
                .orElseThrow())
        .write(server.configuration());
  }

  /** Starts it; it is ready when this returns. */
  public void start() {
    server.start();
    WholeSystem.await(
        "the second node is ready", READY, () -> https.answers(gateway().resolve("/health/ready")));
  }

  public URI gateway() {
    return URI.create(address(ports.https()));
  }

  public Ports ports() {
    return ports;
  }

  @Override
  public void close() {
    server.close();
  }

  private static String address(int port) {
    return "https://localhost:" + port;
  }

  /** The server as it was built, without what a run of it has left. */
  private static void copyServer(Path from, Path to) {
    StateFolder.delete(to);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path inside = from.relativize(file);
        if (!OF_A_RUN.contains(inside.getName(0).toString())
            && !inside.startsWith(Path.of("apps", "expanded"))) {
          Files.copy(file, to.resolve(inside.toString()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
