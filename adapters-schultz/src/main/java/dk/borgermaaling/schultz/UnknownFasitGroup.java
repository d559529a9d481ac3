package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.caseevent.Happening;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of Fasit's ids that the tenant's table did not know on a day. The sentence that says so
 * stands in dead letters, and can be read back: it tells whether a change of the table would mend
 * it.
 */
public record UnknownFasitGroup(UUID fasitId, LocalDate day) {
  private static final Pattern SENTENCE =
      Pattern.compile(
          "The target group ([0-9a-f-]{36}) is not in the tenant's table of"
              + " ([0-9]{4}-[0-9]{2}-[0-9]{2})");

  static String sentence(UUID fasitId, Happening happening, LocalDate day) {
    LocalDate read = happening.leavesGroup() ? happening.date() : day;
    return "The target group " + fasitId + " is not in the tenant's table of " + read;
  }

  /** What a dead letter's detail says; empty when it says something else. */
  public static Optional<UnknownFasitGroup> in(String detail) {
    Matcher sentence = SENTENCE.matcher(detail);
    if (!sentence.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new UnknownFasitGroup(
              UUID.fromString(sentence.group(1)), LocalDate.parse(sentence.group(2))));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
