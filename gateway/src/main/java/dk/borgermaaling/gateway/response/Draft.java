package dk.borgermaaling.gateway.response;

import dk.borgermaaling.gateway.survey.Question;
import dk.borgermaaling.gateway.survey.Questionnaire;
import dk.borgermaaling.gateway.survey.Theme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a citizen has chosen so far. It travels in the form's own fields, so that nothing is kept
 * before "send"; so every value is checked again each time it comes back.
 */
public final class Draft {
  /** Characters (code points) of a comment, line breaks counted as one. */
  public static final int LONGEST_COMMENT = 1000;

  private static final Pattern CHOICE = Pattern.compile("[0-5]");

  /** Day of month (61 to 91 in a replacement number), month, year, and four digits more. */
  private static final Pattern LIKE_A_CPR_NUMBER =
      Pattern.compile(
          "(?<![0-9])(0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])[01][0-9][0-9]{2}"
              + "[-\\u2010-\\u2013. ]?[0-9]{4}(?![0-9])");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

  private final Questionnaire questionnaire;
  private final Map<String, Integer> scores = new TreeMap<>();
  private final String comment;
  private boolean altered;

  private Draft(Questionnaire questionnaire, Map<String, List<String>> fields) {
    this.questionnaire = questionnaire;
    for (Question question : questionnaire.questions()) {
      List<String> values = fields.getOrDefault(question.id(), List.of());
      if (values.size() == 1 && CHOICE.matcher(values.get(0)).matches()) {
        scores.put(question.id(), Integer.valueOf(values.get(0)));
      } else if (!values.isEmpty()) {
        altered = true;
      }
    }
    List<String> comments = fields.getOrDefault("comment", List.of(""));
    altered |= comments.size() > 1;
    String text = comments.get(0).replace("\r\n", "\n").replace('\r', '\n');
    comment = CONTROL.matcher(text).replaceAll("").strip();
  }

  /** Reads the fields of a form; what no page of ours sends is left out and remembered. */
  public static Draft read(Questionnaire questionnaire, Map<String, List<String>> fields) {
    return new Draft(questionnaire, fields);
  }

  public Questionnaire questionnaire() {
    return questionnaire;
  }

  public OptionalInt score(Question question) {
    Integer score = scores.get(question.id());
    return score == null ? OptionalInt.empty() : OptionalInt.of(score);
  }

  public String comment() {
    return comment;
  }

  /** Whether a field held what no page of ours offers. */
  public boolean altered() {
    return altered;
  }

  /** The questions of a theme that still need a choice ("don't know" is one). */
  public List<Question> missing(Theme theme) {
    return theme.questions().stream()
        .filter(question -> !scores.containsKey(question.id()))
        .toList();
  }

  /** The first theme, in the order of the pages, that lacks a choice. */
  public Optional<Theme> firstIncomplete() {
    return questionnaire.themes().stream().filter(theme -> !missing(theme).isEmpty()).findFirst();
  }

  public CommentFault commentFault() {
    if (comment.codePointCount(0, comment.length()) > LONGEST_COMMENT) {
      return CommentFault.TOO_LONG;
    }
    return LIKE_A_CPR_NUMBER.matcher(comment).find()
        ? CommentFault.LIKE_A_CPR_NUMBER
        : CommentFault.NONE;
  }

  /** Why a comment is not taken. */
  public enum CommentFault {
    NONE,
    TOO_LONG,
    LIKE_A_CPR_NUMBER
  }

  /** Whether it may be sent in. */
  public boolean complete() {
    return firstIncomplete().isEmpty() && commentFault() == CommentFault.NONE;
  }

  /** All choices by question id. */
  public Map<String, Integer> scores() {
    return Map.copyOf(scores);
  }

  @Override
  public String toString() {
    return "Draft[not shown]";
  }
}
