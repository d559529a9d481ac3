package dk.borgermaaling.liberty;

import dk.borgermaaling.liberty.launcher.TestSession;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import java.time.Duration;

/** The demonstration, played once for all tests of this JVM that look at its end. */
public final class Played {
  private static final Duration LONGEST = Duration.ofMinutes(8);
  private static boolean played;

  private Played() {}

  /** The system with the whole story in it; the first caller waits for the story to end. */
  public static synchronized WholeSystem system() {
    WholeSystem system = TestSession.system();
    if (!played) {
      system.awaitReady();
      system.startSimulators(true);
      system.beginStory();
      WholeSystem.await("the story is told", LONGEST, () -> system.demonstration().complete());
      system.setClock(system.clock().read().now(), 1);
      played = true;
    }
    return system;
  }
}
