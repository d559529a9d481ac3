package dk.borgermaaling.benchmarks;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@link EchoServer} in a JVM of its own, on a free port of this machine. */
final class EchoProcess implements Closeable {
  private static final int START_SECONDS = 60;

  private final Process process;
  private final URI address;

  private EchoProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Returns when it can be called. Heap and time zone are those of the gateway's jvm.options.
   *
   * @param java the program that runs the gateway
   * @param security whether it has the contract's policy, or none
   */
  static EchoProcess start(String java, Path certificates, boolean security)
      throws IOException, InterruptedException {
    URI address = URI.create("https://localhost:" + freePort() + "/soap/case-events");
    Process process =
        new ProcessBuilder(
                java,
                "-Xmx1g",
                "-Duser.timezone=UTC",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                EchoServer.class.getName(),
                certificates.toString(),
                address.toString(),
                security ? EchoServer.SIGNED : EchoServer.PLAIN)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    EchoProcess echo = new EchoProcess(process, address);
    BufferedReader output = process.inputReader();
    try {
      String line =
          CompletableFuture.supplyAsync(() -> firstLine(output))
              .get(START_SECONDS, TimeUnit.SECONDS);
      if (line.equals(EchoServer.READY)) {
        return echo;
      }
      throw new IllegalStateException("the echo did not start: " + line);
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      echo.close();
      throw new IllegalStateException("the echo did not start", e);
    }
  }

  private static String firstLine(BufferedReader output) {
    return output.lines().findFirst().orElse("");
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  URI address() {
    return address;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
