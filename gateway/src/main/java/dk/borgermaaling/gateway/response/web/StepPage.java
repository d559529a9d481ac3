package dk.borgermaaling.gateway.response.web;

import dk.borgermaaling.gateway.survey.Scale;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code survey/question.jte} shows: one theme.
 *
 * @param number of this page, from 1
 * @param altered whether a field held what no page of ours offers
 * @param commentError Danish text, or absent
 */
public record StepPage(
    String authority,
    int number,
    int of,
    String heading,
    String lead,
    List<QuestionView> questions,
    List<HiddenField> hidden,
    boolean altered,
    String comment,
    @Nullable String commentError) {
  /**
   * A question with what was chosen.
   *
   * @param chosen score, or -1 for none yet
   */
  public record QuestionView(
      String id, String text, List<Scale.Option> options, int chosen, boolean missing) {
    /** Where a link from the error summary leads: the first choice. */
    public String firstId() {
      return id + "-" + options.get(0).score();
    }
  }

  /** The page with the comment and the button that sends. */
  public boolean last() {
    return number == of;
  }

  public boolean failed() {
    return altered || commentError != null || missing() > 0;
  }

  public String errorHeading() {
    if (commentError != null || missing() == 0) {
      return "Noget skal rettes";
    }
    return missing() == 1 ? "Der mangler ét svar" : "Der mangler " + missing() + " svar";
  }

  private long missing() {
    return questions.stream().filter(QuestionView::missing).count();
  }

  @Override
  public String toString() {
    return "StepPage[" + number + " of " + of + "]";
  }
}
