package dk.borgermaaling.liberty.launcher;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Prepares one system for all integration tests of a JVM, before Arquillian starts the server: an
 * empty state folder, certificates, PostgreSQL and the server's variables, on free ports. Plain
 * unit tests of this module do not get one.
 */
public final class TestSession implements LauncherSessionListener {
  private static @Nullable WholeSystem system;

  /** The system of this JVM. */
  public static WholeSystem system() {
    if (system == null) {
      throw new IllegalStateException("only integration tests have a system");
    }
    return system;
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    String state = System.getProperty("launcher.state");
    if (state == null || system != null) {
      return;
    }
    Path root = Path.of(state);
    StateFolder.delete(root);
    system =
        WholeSystem.prepare(
            new StateFolder(root),
            Path.of(System.getProperty("launcher.project")),
            Path.of(System.getProperty("launcher.wlp")),
            StateFolder.read(Path.of(System.getProperty("launcher.classpath"))),
            Ports.free());
    system.configureGateway("localConnector-1.0");
    StateFolder.delete(
        LibertyServer.configuration(Path.of(System.getProperty("launcher.wlp")))
            .resolve("workarea"));
    System.setProperty("launcher.http.port", Integer.toString(system.ports().http()));
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (system != null) {
      system.close();
      system = null;
    }
  }
}
