package dk.borgermaaling.gateway.edge.trust;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is wrong with this node's trust now. The log is told when it begins or changes, once a day
 * while it lasts, and when it is over. An alarm stops no message.
 */
public final class Alarms {
  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
  private static final Duration AGAIN = Duration.ofDays(1);

  /** More would come of an attack or of a fault of ours; they are not kept. */
  private static final int MOST = 2_000;

  private final Clock clock;
  private final Map<String, Raised> raised = new ConcurrentHashMap<>();

  /**
   * @param clock real time
   */
  public Alarms(Clock clock) {
    this.clock = clock;
  }

  /**
   * Says that something is wrong; the same again changes nothing.
   *
   * @param subject what it is about, and the name by which it is cleared
   * @param text made of our own words
   */
  public void raise(String subject, String text) {
    if (raised.size() >= MOST && !raised.containsKey(subject)) {
      return;
    }
    Instant now = clock.instant();
    raised.compute(
        subject,
        (name, before) -> {
          if (before != null && before.text.equals(text) && now.isBefore(before.told.plus(AGAIN))) {
            return before;
          }
          LOG.warn("{}: {}", subject, text);
          return new Raised(text, now);
        });
  }

  /** Says that it is over; nothing happens when it was not raised. */
  public void clear(String subject) {
    if (raised.remove(subject) != null) {
      LOG.info("{}: over", subject);
    }
  }

  /** Clears what begins so and is not among these. */
  public void retain(String beginning, Set<String> subjects) {
    raised.keySet().stream()
        .filter(subject -> subject.startsWith(beginning) && !subjects.contains(subject))
        .forEach(this::clear);
  }

  /** Subjects with their texts, in order of subject. */
  public SortedMap<String, String> active() {
    SortedMap<String, String> texts = new TreeMap<>();
    raised.forEach((subject, alarm) -> texts.put(subject, alarm.text));
    return texts;
  }

  private record Raised(String text, Instant told) {}
}
