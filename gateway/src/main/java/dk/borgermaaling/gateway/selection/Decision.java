package dk.borgermaaling.gateway.selection;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of an event.
 *
 * @param reason absent when the citizen is invited
 * @param surveyGroup id of the survey group, as far as it was found
 * @param probability with which a citizen of this stratum is asked, once no rule stops it; from 0
 *     to 1
 * @param facts what the decision was made of, without personal data
 */
public record Decision(
    @Nullable StopReason reason,
    @Nullable String surveyGroup,
    double probability,
    Map<String, String> facts) {
  /** Changes with the rules, so that an old decision can be explained by the rules of its day. */
  public static final String RULE_VERSION = "2026-4";

  /**
   * Fact of a correction that leaves the invitation standing that an earlier version of its entity
   * led to.
   */
  public static final String KEEPS_INVITATION = "keepsInvitation";

  public boolean invites() {
    return reason == null;
  }

  /** Whether every rule but the draw let the citizen through: the probability then counts. */
  public boolean reachedTheDraw() {
    return reason == null || reason == StopReason.NOT_DRAWN;
  }

  Decision withFact(String name, String fact) {
    Map<String, String> more = new TreeMap<>(facts);
    more.put(name, fact);
    return new Decision(reason, surveyGroup, probability, more);
  }
}
