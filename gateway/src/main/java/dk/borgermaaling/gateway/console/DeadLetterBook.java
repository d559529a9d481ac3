package dk.borgermaaling.gateway.console;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dead letters as somebody looks at them who must act. */
public interface DeadLetterBook {
  /** All that wait, grouped; what was seen last first. */
  List<Group> groups();

  /** Letters of a group, seen last first; {@code limit} of them after {@code skip}. */
  List<Letter> letters(Filter filter, int skip, int limit);

  /** What to look for, as stored; null looks for all. */
  record Filter(@Nullable String reason, @Nullable String municipality, @Nullable String source) {}

  /**
   * Letters for one reason. Times are real.
   *
   * @param kept how much of what was told can be driven again
   * @param gone how much of it was kept until its time was up
   */
  record Group(
      String reason,
      String municipality,
      String source,
      long letters,
      long kept,
      long gone,
      Instant firstSeen,
      Instant lastSeen) {}

  /**
   * One letter.
   *
   * @param entity the case system's own id
   * @param times how often it was told
   */
  record Letter(
      String reason,
      String municipality,
      String source,
      String entity,
      String detail,
      int times,
      long kept,
      long gone,
      Instant firstSeen,
      Instant lastSeen) {}
}
