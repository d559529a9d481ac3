package dk.borgermaaling.gateway.murder;

import dk.borgermaaling.gateway.testing.Database;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway and the post say of themselves at one moment.
 *
 * @param sendTasks ids of the notifications that have a task
 * @param matchTasks ids of the receipts that have a task
 */
record Evidence(
    List<StepRow> steps,
    Set<String> sendTasks,
    Set<String> matchTasks,
    List<ReceiptRow> receipts,
    List<SimulatedPost.Call> calls,
    List<SimulatedPost.Pushed> pushed,
    List<SimulatedPost.Letter> letters) {

  private static final String SEND_STEP = "send-step";

  /** Municipality, colon and id; a further task of the same step has more behind it. */
  static final int TASK_LENGTH = 41;

  /** A row of {@code contact.notification}; {@code task} is the name of its task. */
  record StepRow(
      String messageId,
      String task,
      String state,
      @Nullable String reason,
      @Nullable UUID messageUuid) {}

  /** A row of {@code intake.receipt}. */
  record ReceiptRow(String id, String beskedId, String status) {}

  static Evidence gather(Database database, SimulatedPost post) {
    List<SimulatedPost.Call> calls = post.calls();
    List<SimulatedPost.Pushed> pushed = post.receipts();
    List<SimulatedPost.Letter> letters = post.letters();
    return database
        .owner()
        .withHandle(
            handle ->
                new Evidence(
                    handle
                        .createQuery(
                            "SELECT invitation_id || '/' || step AS message,"
                                + " municipality_code || ':' || id AS task, state, failure_reason,"
                                + " message_uuid FROM contact.notification")
                        .map(
                            (row, context) ->
                                new StepRow(
                                    row.getString("message"),
                                    row.getString("task"),
                                    row.getString("state"),
                                    row.getString("failure_reason"),
                                    row.getObject("message_uuid", UUID.class)))
                        .list(),
                    tasks(handle, SEND_STEP),
                    tasks(handle, "match-receipt"),
                    handle
                        .createQuery("SELECT id::text, besked_id, status FROM intake.receipt")
                        .map(
                            (row, context) ->
                                new ReceiptRow(
                                    row.getString("id"),
                                    row.getString("besked_id").toLowerCase(Locale.ROOT),
                                    row.getString("status")))
                        .list(),
                    calls,
                    pushed,
                    letters));
  }

  private static Set<String> tasks(Handle handle, String name) {
    return new HashSet<>(
        handle
            .createQuery(
                "SELECT left(task_instance, :length) FROM ops.scheduled_tasks"
                    + " WHERE task_name = :name")
            .bind("length", name.equals(SEND_STEP) ? TASK_LENGTH : Integer.MAX_VALUE)
            .bind("name", name)
            .mapTo(String.class)
            .list());
  }
}
