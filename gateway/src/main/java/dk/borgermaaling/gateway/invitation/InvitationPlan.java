package dk.borgermaaling.gateway.invitation;

import java.time.Instant;
import java.util.List;

/**
 * What leaves when, in business time.
 *
 * @param steps the first message first
 * @param closesAt first instant at which the invitation cannot be answered any more
 */
public record InvitationPlan(List<PlannedStep> steps, Instant closesAt) {
  public Instant plannedFirst() {
    return steps.get(0).plannedFor();
  }
}
