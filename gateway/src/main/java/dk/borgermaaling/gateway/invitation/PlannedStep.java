package dk.borgermaaling.gateway.invitation;

import java.time.Instant;
import java.util.List;

/**
 * A step and when it is planned for.
 *
 * @param plannedFor business time, inside an allowed window
 * @param channels the ways to try, the first one first; at least one, none twice
 */
public record PlannedStep(Step step, Instant plannedFor, List<Channel> channels) {
  public PlannedStep {
    channels = List.copyOf(channels);
    if (channels.isEmpty() || channels.stream().distinct().count() < channels.size()) {
      throw new IllegalArgumentException("a step needs channels, each once");
    }
  }

  /** A step that Digital Post alone carries. */
  public static PlannedStep digital(Step step, Instant plannedFor) {
    return new PlannedStep(step, plannedFor, List.of(Channel.DIGITAL_POST));
  }
}
