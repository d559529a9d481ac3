package dk.borgermaaling.gateway.invitation;

import java.time.Instant;
import java.util.List;

/**
 * A step and when it is planned for.
 *
 * @param plannedFor business time, inside the window
 * @param window what the step keeps to when it could not leave as planned
 * @param channels the ways to try, the first one first; at least one, none twice
 */
public record PlannedStep(
    Step step, Instant plannedFor, SendWindow window, List<Channel> channels) {
  public PlannedStep {
    channels = List.copyOf(channels);
    if (channels.isEmpty() || channels.stream().distinct().count() < channels.size()) {
      throw new IllegalArgumentException("a step needs channels, each once");
    }
  }

  /** In the standard window. */
  public PlannedStep(Step step, Instant plannedFor, List<Channel> channels) {
    this(step, plannedFor, SendWindow.STANDARD, channels);
  }

  /** A step that Digital Post alone carries, in the standard window. */
  public static PlannedStep digital(Step step, Instant plannedFor) {
    return new PlannedStep(step, plannedFor, SendWindow.STANDARD, List.of(Channel.DIGITAL_POST));
  }
}
