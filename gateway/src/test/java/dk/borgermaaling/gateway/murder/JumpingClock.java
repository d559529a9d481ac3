package dk.borgermaaling.gateway.murder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.locks.LockSupport;

/**
 * Real time as a machine shows it whose clock somebody sets: the system's, off by the milliseconds
 * that a file says. db-scheduler goes by it too.
 */
final class JumpingClock extends Clock implements com.github.kagkarlsson.scheduler.Clock {
  private static final Duration LOOKS_EVERY = Duration.ofMillis(50);

  private final Path file;
  private volatile Duration offset = Duration.ZERO;

  JumpingClock(Path file) {
    this.file = file;
    look();
    Thread looking =
        new Thread(
            () -> {
              while (true) {
                LockSupport.parkNanos(LOOKS_EVERY.toNanos());
                look();
              }
            },
            "clock");
    looking.setDaemon(true);
    looking.start();
  }

  /** Written by whoever starts the process. */
  static void write(Path file, Duration offset) throws IOException {
    Files.writeString(file, Long.toString(offset.toMillis()));
  }

  private void look() {
    try {
      String text = Files.exists(file) ? Files.readString(file).strip() : "";
      if (text.matches("-?[0-9]+")) {
        offset = Duration.ofMillis(Long.parseLong(text));
      }
    } catch (IOException e) {
      // Being written; looked at again.
    }
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(offset);
  }

  @Override
  public Instant now() {
    return instant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), offset);
  }
}
