package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
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

  private static final String OR_SEVERAL_TIMES = ", or in it under more than one code system";

  private static final Pattern UNTOLD =
      Pattern.compile(
          "The target group code (\\S{1,20}) is not in the table of"
              + " ([0-9]{4}-[0-9]{2}-[0-9]{2})"
              + OR_SEVERAL_TIMES);

  /** A number as long as a personal number, or half of one, is no code and is not repeated. */
  private static final Pattern LIKE_A_NUMBER = Pattern.compile(".*[0-9]{5}.*");

  public Problem problem() {
    String code = isShown() ? " " + group.code() : "";
    String sentence =
        group.isUntold()
            ? "The target group code" + code + " is not in the table of " + day + OR_SEVERAL_TIMES
            : "The target group"
                + (code.isEmpty() ? "" : " " + group.system() + code)
                + " is not in the table of "
                + day;
    return new Problem.Plain(ProblemType.UNKNOWN_TARGET_GROUP, sentence);
  }

  /** What no code system writes is somebody's words. */
  private boolean isShown() {
    return !LIKE_A_NUMBER.matcher(group.code()).matches()
        && (!group.isUntold()
            || Arrays.stream(CodeSystem.values()).anyMatch(one -> one.writes(group.code())));
  }

  /** What a dead letter's detail says; empty when it says something else. */
  public static Optional<UnknownGroup> in(String detail) {
    Matcher sentence = SENTENCE.matcher(detail);
    Matcher untold = UNTOLD.matcher(detail);
    try {
      if (sentence.matches()) {
        LocalDate day = LocalDate.parse(sentence.group(3));
        return Optional.of(
            new UnknownGroup(new TargetGroupCode(sentence.group(1), sentence.group(2), day), day));
      }
      if (untold.matches()) {
        LocalDate day = LocalDate.parse(untold.group(2));
        return Optional.of(new UnknownGroup(TargetGroupCode.untold(untold.group(1), day), day));
      }
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
