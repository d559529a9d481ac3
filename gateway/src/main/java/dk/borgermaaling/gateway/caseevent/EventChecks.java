package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must be true of an event before it is stored. */
public final class EventChecks {
  static final Problem CONTRADICTION =
      new Problem.Plain(
          ProblemType.CONFLICT,
          "This event id or version was sent before with other content; a correction has a higher version");

  /** How far the sender's clock may be ahead of ours. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final Municipalities municipalities;
  private final KnownTargetGroups targetGroups;

  public EventChecks(Municipalities municipalities, KnownTargetGroups targetGroups) {
    this.municipalities = municipalities;
    this.targetGroups = targetGroups;
  }

  @Nullable Problem problemOf(CaseEvent event, Instant now) {
    if (event.version() < 1) {
      return new Problem.Malformed("version", "1 or more");
    }
    Optional<Problem> outOfTime = EventTimes.problemOf(event);
    if (outOfTime.isPresent()) {
      return outOfTime.get();
    }
    if (event.occurredAt().isAfter(now.plus(AHEAD))) {
      return new Problem.Malformed("occurredAt", "no later than now");
    }
    if (!participates(event.municipality(), now)) {
      return new Problem.Plain(
          ProblemType.UNKNOWN_MUNICIPALITY,
          "Municipality " + event.municipality() + " has no service agreement in force");
    }
    TargetGroupCode group = event.targetGroup();
    if (group != null && !isKnown(group, event.happening())) {
      return new UnknownGroup(group, event.happening().date()).problem();
    }
    return null;
  }

  private boolean isKnown(TargetGroupCode group, Happening happening) {
    return happening.leavesGroup()
        ? targetGroups.knewBy(group, happening.date())
        : targetGroups.knows(group, happening.date());
  }

  private boolean participates(MunicipalityCode code, Instant now) {
    return municipalities
        .byCode(code, LocalDate.ofInstant(now, BusinessClock.DENMARK))
        .map(Municipality::participates)
        .orElse(false);
  }
}
