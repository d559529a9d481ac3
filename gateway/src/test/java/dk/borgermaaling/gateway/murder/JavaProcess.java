package dk.borgermaaling.gateway.murder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own on the class path of this one. */
final class JavaProcess {
  private JavaProcess() {}

  /**
   * Starts it.
   *
   * @param log what it says is added to this file
   */
  static Process start(String mainClass, int megabytes, Path argument, Path log) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Djdk.httpclient.enableAllMethodRetry=false",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass,
                argument.toString()));
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
