package dk.borgermaaling.gateway.selection;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of an event.
 *
 * @param reason absent when the citizen is invited
 * @param surveyGroup id of the survey group, as far as it was found
 * @param facts what the decision was made of, without personal data
 */
public record Decision(
    @Nullable StopReason reason, @Nullable String surveyGroup, Map<String, String> facts) {
  /** Changes with the rules, so that an old decision can be explained by the rules of its day. */
  public static final String RULE_VERSION = "2026-2";

  public boolean invites() {
    return reason == null;
  }
}
