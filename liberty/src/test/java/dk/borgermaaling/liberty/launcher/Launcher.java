package dk.borgermaaling.liberty.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * {@code mvn -Prun}: the whole system in the foreground, with the demonstration played once. A
 * gateway that dies is started again, the others are left running; Ctrl-C stops everything. {@code
 * -Dreset} starts empty.
 */
public final class Launcher {
  private static final Duration LONGEST_STORY = Duration.ofMinutes(5);
  private final WholeSystem system;
  private final Path finished;
  private final Path lastBusinessTime;
  private volatile boolean stopping;

  /** Plays on a system that is prepared and not started. */
  public Launcher(WholeSystem system) {
    this.system = system;
    finished = system.state().file("demonstration-complete");
    lastBusinessTime = system.state().file("business-time");
  }

  public static void main(String[] args) {
    Path root = Path.of(System.getProperty("launcher.state"));
    if (System.getProperty("reset") != null) {
      StateFolder.delete(root);
    }
    WholeSystem system =
        WholeSystem.prepare(
            new StateFolder(root),
            Path.of(System.getProperty("launcher.project")),
            Path.of(System.getProperty("launcher.wlp")),
            StateFolder.read(Path.of(System.getProperty("launcher.classpath"))),
            Ports.agreed());
    system.configureGateway();
    Launcher launcher = new Launcher(system);
    Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "stop"));
    launcher.run();
  }

  /** Stops everything. */
  public void stop() {
    stopping = true;
    system.close();
  }

  /** Whether the demonstration has been played to its end. */
  public boolean told() {
    return Files.exists(finished);
  }

  /** Starts everything and looks after it until it is stopped. */
  public void run() {
    say("starting; the first start makes keys and certificates in " + system.state().root());
    holdClock();
    system.startGateway();
    system.startSimulators(true);
    setClock();
    printAddresses();
    Instant started = Instant.now();
    boolean told = told();
    boolean late = false;
    while (!stopping) {
      pause();
      if (!system.liberty().alive()) {
        revive();
      } else if (!told) {
        rememberClock();
        told = system.demonstration().complete();
        if (told) {
          finish();
        } else if (!late && Instant.now().isAfter(started.plus(LONGEST_STORY))) {
          late = true;
          say("DEMONSTRATION NOT COMPLETE after five minutes; it goes on");
          printStages();
        }
      }
    }
  }

  /** Ctrl-C ends the gateway too, perhaps before this program hears of it. */
  private void revive() {
    pause();
    if (!stopping) {
      say("the gateway has died and is started again");
      system.reviveGateway();
    }
  }

  /** A story that was cut off waits where it was until everything is up again. */
  private void holdClock() {
    if (Files.exists(lastBusinessTime) && !told()) {
      Instant last = Instant.parse(StateFolder.read(lastBusinessTime));
      system
          .clock()
          .set(new DemonstrationClock.Reading(Instant.now(), last, DemonstrationClock.WAITING));
    }
  }

  /**
   * The story begins, or goes on where it stopped: business time stands still while the system is
   * off.
   */
  private void setClock() {
    if (!Files.exists(lastBusinessTime)) {
      system.beginStory();
    } else if (!told()) {
      system.setClock(Instant.parse(StateFolder.read(lastBusinessTime)), DemonstrationClock.SPEED);
    }
  }

  private void rememberClock() {
    system.state().write(lastBusinessTime, system.clock().read().now().toString());
  }

  private void finish() {
    say("DEMONSTRATION COMPLETE");
    printStages();
    DemonstrationClock.Reading reading = system.clock().read();
    system.setClock(reading.now(), 1);
    system.state().write(finished, reading.now().toString());
    say("from now on business time runs as fast as real time; Ctrl-C stops everything");
  }

  private void printStages() {
    for (Map.Entry<String, Long> stage : system.demonstration().counts().entrySet()) {
      say("  %-24s %6d".formatted(stage.getKey(), stage.getValue()));
    }
  }

  private void printAddresses() {
    say(
        "console and dashboard   "
            + system.gateway().resolve("/console")
            + "  "
            + system.gateway().resolve("/dashboard"));
    say("a citizen's mailbox     " + system.simulatorsAddress().resolve("/mailbox/"));
    say("WSDL                    " + system.gateway().resolve("/soap/case-events?wsdl"));
    say("OpenAPI                 " + system.gateway().resolve("/rest/v1/openapi.json"));
    say("health                  " + system.gateway().resolve("/health/ready"));
    for (String account : system.accounts().names()) {
      say("  %-14s %s".formatted(account, system.accounts().password(account)));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("SystemOut") // the launcher's console is its user interface
  private static void say(String line) {
    System.out.println("[borgermaaling] " + line);
  }
}
