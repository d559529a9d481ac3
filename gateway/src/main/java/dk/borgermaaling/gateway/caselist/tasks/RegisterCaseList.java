package dk.borgermaaling.gateway.caselist.tasks;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dk.borgermaaling.gateway.caselist.Registration;
import dk.borgermaaling.gateway.caselist.RegistrationQueue;
import dk.borgermaaling.gateway.kernel.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** The task {@code register-case-list}: one for each list, its instance the list's id, no data. */
public final class RegisterCaseList implements RegistrationQueue {
  public static final String NAME = "register-case-list";

  private static final Duration SOON = Duration.ofSeconds(2);

  private final SchedulerClient scheduler;
  private final Clock realClock;

  public RegisterCaseList(SchedulerClient scheduler, Clock realClock) {
    this.scheduler = scheduler;
    this.realClock = realClock;
  }

  /**
   * What the scheduler runs; on another node when this one dies. While another file is read here it
   * takes no thread, and asks again soon, on whichever node.
   *
   * @param backoff wait after a run that failed; it is tried again for ever
   */
  public static CustomTask<Void> task(Registration registration, Backoff backoff) {
    return Tasks.custom(NAME, Void.class)
        .onFailure(
            (complete, operations) ->
                operations.reschedule(
                    complete,
                    complete
                        .getTimeDone()
                        .plus(backoff.after(complete.getExecution().consecutiveFailures + 1))))
        .execute(
            (instance, context) -> {
              boolean done = registration.run(UUID.fromString(instance.getId()));
              return (complete, operations) -> {
                if (done) {
                  operations.remove();
                } else {
                  operations.reschedule(complete, complete.getTimeDone().plus(SOON));
                }
              };
            });
  }

  @Override
  public void enqueue(UUID list) {
    scheduler.scheduleIfNotExists(
        new TaskInstance<Void>(NAME, list.toString()), realClock.instant());
  }
}
