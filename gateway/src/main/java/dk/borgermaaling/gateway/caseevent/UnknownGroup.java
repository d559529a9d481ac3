package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code that the table did not know on a day. The sentence that says so stands in dead letters,
 * and can be read back: it tells whether a change of the table would mend it.
 */
public record UnknownGroup(TargetGroupCode group, LocalDate day) {
  private static final Pattern SENTENCE =
      Pattern.compile(
          "The target group ([0-9A-Z]{1,20}) (\\S{1,20}) is not in the table of"
              + " ([0-9]{4}-[0-9]{2}-[0-9]{2})");

  /** A number as long as a personal number, or half of one, is no code and is not repeated. */
  private static final Pattern LIKE_A_NUMBER = Pattern.compile(".*[0-9]{5}.*");

  Problem problem() {
    String code =
        LIKE_A_NUMBER.matcher(group.code()).matches()
            ? "The target group"
            : "The target group " + group.system() + " " + group.code();
    return new Problem.Plain(
        ProblemType.UNKNOWN_TARGET_GROUP, code + " is not in the table of " + day);
  }

  /** What a dead letter's detail says; empty when it says something else. */
  public static Optional<UnknownGroup> in(String detail) {
    Matcher sentence = SENTENCE.matcher(detail);
    if (!sentence.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(sentence.group(3));
      return Optional.of(
          new UnknownGroup(new TargetGroupCode(sentence.group(1), sentence.group(2), day), day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
