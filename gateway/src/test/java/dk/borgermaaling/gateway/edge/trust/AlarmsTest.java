package dk.borgermaaling.gateway.edge.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alarms and what of them is in the log. */
class AlarmsTest {
  private static final Logger LOG = Logger.getLogger(Alarms.class.getName());
  private final SettableRealClock clock = new SettableRealClock("2026-11-23T08:00:00Z");
  private final Alarms alarms = new Alarms(clock);
  private final List<String> lines = new ArrayList<>();
  private final Handler listener = new Listener();

  @BeforeEach
  void listen() {
    LOG.addHandler(listener);
  }

  @AfterEach
  void stop() {
    LOG.removeHandler(listener);
  }

  @Test
  void the_same_again_is_told_once_a_day() {
    alarms.raise("file", "broken");
    alarms.raise("file", "broken");
    clock.advance(Duration.ofHours(23));
    alarms.raise("file", "broken");
    assertThat(lines).containsExactly("WARNING file: broken");
    clock.advance(Duration.ofHours(1));
    alarms.raise("file", "broken");
    assertThat(lines).hasSize(2);
  }

  @Test
  void another_text_is_told_at_once() {
    alarms.raise("file", "broken");
    alarms.raise("file", "gone");
    assertThat(lines).containsExactly("WARNING file: broken", "WARNING file: gone");
    assertThat(alarms.active()).hasSize(1).containsEntry("file", "gone");
  }

  @Test
  void the_end_is_told_once() {
    alarms.raise("file", "broken");
    alarms.clear("file");
    alarms.clear("file");
    assertThat(lines).containsExactly("WARNING file: broken", "INFO file: over");
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void what_is_not_retained_is_over() {
    alarms.raise("expiry of a", "1");
    alarms.raise("expiry of b", "1");
    alarms.raise("file", "broken");
    alarms.retain("expiry of ", Set.of("expiry of b"));
    assertThat(alarms.active()).containsOnlyKeys("expiry of b", "file");
  }

  @Test
  void there_is_an_end_to_how_many_are_kept() {
    for (int i = 0; i < 3_000; i++) {
      alarms.raise("caller " + i, "unknown");
    }
    assertThat(alarms.active()).hasSize(2_000);
  }

  private final class Listener extends Handler {
    @Override
    public void publish(LogRecord line) {
      lines.add(line.getLevel().getName() + " " + new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
