package dk.borgermaaling.gateway.notification.tasks;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.notification.MatchReceipt;
import dk.borgermaaling.gateway.notification.Next;
import dk.borgermaaling.gateway.notification.NotificationId;
import dk.borgermaaling.gateway.notification.ReceiptUpkeep;
import dk.borgermaaling.gateway.notification.SendStep;
import java.util.UUID;
import java.util.function.Function;

/**
 * The tasks. Their instance id is all they know: what to do stands in the row. A run that died with
 * its process is run again; {@link SendStep} then finds its row in {@code SENDING} and does not
 * repeat the call.
 */
public final class NotificationTasks {
  static final TaskDescriptor<Void> SEND_STEP = TaskDescriptor.of("send-step");
  static final TaskDescriptor<Void> MATCH_RECEIPT = TaskDescriptor.of("match-receipt");

  private static final TaskDescriptor<Void> RECEIPT_UPKEEP = TaskDescriptor.of("receipt-upkeep");

  private NotificationTasks() {}

  /**
   * The task that sends one step of an invitation.
   *
   * @param backoff wait after a run that failed by itself, for example without a database
   */
  public static Task<Void> sendStep(SendStep sendStep, Backoff backoff) {
    return task(SEND_STEP, id -> sendStep.run(NotificationId.parse(id)), backoff);
  }

  /**
   * The task that looks for the notification of one stored receipt.
   *
   * @param backoff wait after a run that failed by itself, for example without a database
   */
  public static Task<Void> matchReceipt(MatchReceipt matchReceipt, Backoff backoff) {
    return task(MATCH_RECEIPT, id -> matchReceipt.run(UUID.fromString(id)), backoff);
  }

  /** Once an hour on one node: what of the stored receipts has had its time. */
  public static RecurringTask<Void> receiptUpkeep(ReceiptUpkeep upkeep) {
    return Tasks.recurring(RECEIPT_UPKEEP, FixedDelay.ofHours(1))
        .execute((instance, context) -> upkeep.run());
  }

  private static Task<Void> task(
      TaskDescriptor<Void> descriptor, Function<String, Next> run, Backoff backoff) {
    return Tasks.custom(descriptor)
        .onFailure(
            (complete, operations) ->
                operations.reschedule(
                    complete,
                    complete
                        .getTimeDone()
                        .plus(backoff.after(complete.getExecution().consecutiveFailures + 1))))
        .execute((instance, context) -> then(run.apply(instance.getId())));
  }

  private static CompletionHandler<Void> then(Next next) {
    return next instanceof Next.Again again
        ? (complete, operations) -> operations.reschedule(complete, again.at())
        : new CompletionHandler.OnCompleteRemove<>();
  }
}
