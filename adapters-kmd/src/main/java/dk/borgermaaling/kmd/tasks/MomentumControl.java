package dk.borgermaaling.kmd.tasks;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedControl;
import dk.borgermaaling.gateway.caseevent.FeedStates;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator can do of Momentum: each action orders a task of db-scheduler. */
public final class MomentumControl implements FeedControl {
  private static final Logger LOG = LoggerFactory.getLogger(MomentumControl.class);

  private final Polling polling;
  private final FeedStates states;
  private final SchedulerClient scheduler;
  private final Clock clock;

  /**
   * @param clock real time
   */
  public MomentumControl(
      Polling polling, FeedStates states, SchedulerClient scheduler, Clock clock) {
    this.polling = polling;
    this.states = states;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  @Override
  public EventSource source() {
    return EventSource.MOMENTUM;
  }

  @Override
  public List<Feed> feeds() {
    return polling.municipalities().stream().map(this::feed).toList();
  }

  private Feed feed(MunicipalityCode municipality) {
    FeedStates.State state = states.of(EventSource.MOMENTUM, municipality);
    return new Feed(
        municipality,
        scheduler
            .getScheduledExecution(poll(municipality))
            .map(ScheduledExecution::getExecutionTime)
            .orElse(null),
        state.circuitOpenUntil(),
        state.allLookedAt(),
        scheduler.getScheduledExecution(dryRunOf(municipality)).isPresent());
  }

  @Override
  public boolean dryRun(MunicipalityCode municipality) {
    if (!polling.municipalities().contains(municipality)) {
      return false;
    }
    scheduler.scheduleIfNotExists(
        PollTasks.DRY_RUN.instance(municipality.value()).scheduledTo(clock.instant()));
    return true;
  }

  @Override
  public Optional<DryRun> lastDryRun(MunicipalityCode municipality) {
    return states.dryRun(EventSource.MOMENTUM, municipality).map(DryRunText::parse);
  }

  /** A run that is under way goes on as it began; then the next looks at everything. */
  @Override
  public boolean resync(MunicipalityCode municipality) {
    if (!polling.municipalities().contains(municipality)) {
      return false;
    }
    states.wantAll(EventSource.MOMENTUM, municipality, clock.instant());
    try {
      scheduler.reschedule(poll(municipality), clock.instant());
    } catch (TaskInstanceException e) {
      LOG.info("Momentum {}: the complete run comes after the one under way", municipality);
    }
    return true;
  }

  private static TaskInstanceId poll(MunicipalityCode municipality) {
    return TaskInstanceId.of(PollTasks.POLL.getTaskName(), municipality.value());
  }

  private static TaskInstanceId dryRunOf(MunicipalityCode municipality) {
    return TaskInstanceId.of(PollTasks.DRY_RUN.getTaskName(), municipality.value());
  }
}
