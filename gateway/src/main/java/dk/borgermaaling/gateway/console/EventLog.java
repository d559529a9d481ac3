package dk.borgermaaling.gateway.console;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stored events and what was decided on them, the last that came first. */
public interface EventLog {
  /** Events, at most {@code limit}, that came before {@code before} (exclusive). */
  List<Event> events(EventFilter filter, long before, int limit);

  /** Decisions, at most {@code limit}, on events that came before {@code before} (exclusive). */
  List<Decided> decisions(DecisionFilter filter, long before, int limit);

  /** Stop reasons, and {@code INVITED}, with how often each was the outcome. */
  List<ReasonCount> reasons(@Nullable String municipality);

  /**
   * What to look for; null looks for all. {@code happening} as stored, for example COURSE_ENDED.
   */
  record EventFilter(
      @Nullable String municipality, @Nullable String source, @Nullable String happening) {}

  /** What to look for; null looks for all. {@code reason} may be {@code INVITED}. */
  record DecisionFilter(@Nullable String municipality, @Nullable String reason) {}

  /**
   * An event. {@code occurredAt} and {@code receivedAt} are business time.
   *
   * @param arrival the order in which events came
   */
  record Event(
      long arrival,
      String municipality,
      UUID id,
      String source,
      String happening,
      int version,
      boolean withdrawn,
      UUID citizen,
      Instant occurredAt,
      Instant receivedAt,
      boolean processed) {}

  /**
   * A decision; {@code outcome} is INVITED or the stop reason. {@code decidedAt}: business time.
   *
   * @param ruleVersion of the rules that it was made by
   */
  record Decided(
      long arrival,
      String municipality,
      UUID event,
      UUID citizen,
      String happening,
      @Nullable String surveyGroup,
      String outcome,
      String ruleVersion,
      Instant decidedAt) {}

  record ReasonCount(String outcome, long count) {}
}
