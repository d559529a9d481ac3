package dk.borgermaaling.liberty.reference;

import dk.borgermaaling.simulators.world.Person;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.Town;
import java.time.Instant;
import java.util.UUID;

/** One invitation; {@code withdrawn} before its first message left. */
public final class Invited {
  private final StoryEvent because;
  private final String surveyGroup;
  private final Plan plan;
  private boolean withdrawn;
  private boolean reminderWithdrawn;

  Invited(StoryEvent because, String surveyGroup, Plan plan) {
    this.because = because;
    this.surveyGroup = surveyGroup;
    this.plan = plan;
  }

  public Person person() {
    return because.citizen().orElseThrow().person();
  }

  /** The one whose conversation or course it is about, wherever the citizen lives. */
  public Town town() {
    return because.town();
  }

  public String surveyGroup() {
    return surveyGroup;
  }

  /** Municipality and survey group, {@code 0461/dagpenge}. */
  public String cell() {
    return town().code() + "/" + surveyGroup;
  }

  /** The event that led to it. */
  public UUID eventId() {
    return because.eventId();
  }

  /** When its first message leaves, business time. */
  public Instant firstAt() {
    return plan.first();
  }

  Plan plan() {
    return plan;
  }

  boolean isAbout(StoryEvent event) {
    return because.entityId().equals(event.entityId());
  }

  boolean isOpenAt(Instant time) {
    return plan.close().isAfter(time);
  }

  /** Takes back what has not left yet. */
  void takeBack(Instant at) {
    if (at.isBefore(plan.first())) {
      withdrawn = true;
    } else {
      reminderWithdrawn = true;
    }
  }

  public boolean withdrawn() {
    return withdrawn;
  }

  /**
   * Whether it was taken back and nothing had left: the first message's time had not come, or the
   * citizen is exempt from Digital Post.
   */
  boolean leftNoTrace() {
    return withdrawn || (reminderWithdrawn && !person().digitalPost());
  }

  /** Whether a reminder is due when the first message came through and nobody answered. */
  public boolean reminds() {
    return !withdrawn && !reminderWithdrawn;
  }
}
