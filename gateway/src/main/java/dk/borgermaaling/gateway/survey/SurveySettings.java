package dk.borgermaaling.gateway.survey;

import java.util.Set;
import java.util.TreeSet;

/**
 * What of the questionnaire is switched on.
 *
 * @param acrossDepartments whether the theme of work across departments (samarbejde på tværs) is
 *     asked
 */
public record SurveySettings(boolean acrossDepartments) {
  /** The names, as in {@code ops.questionnaire_theme.switched_by}, of the switches that are on. */
  public Set<String> switchesOn() {
    Set<String> on = new TreeSet<>();
    if (acrossDepartments) {
      on.add("across-departments");
    }
    return on;
  }
}
