package dk.borgermaaling.gateway.notification.tasks;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.notification.NotificationId;
import dk.borgermaaling.gateway.notification.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;

/** The tasks of steps whose moment has changed: their pause has ended, or their plan is another. */
public final class SleepingSteps {
  /** No paused step sleeps longer, business time. */
  private static final Duration LONGEST = Duration.ofHours(2);

  /**
   * One each 10 ms, so that 100,000 that have waited take 17 minutes. Only tasks are looked
   * through, of which there are none for steps that have ended.
   */
  private static final String WAKE =
      """
      UPDATE ops.scheduled_tasks t
      SET execution_time = CAST(:now AS timestamptz) + w.place * interval '10 milliseconds', version = t.version + 1
      FROM (
        SELECT s.task_instance, row_number() OVER (ORDER BY n.planned_for, n.id) - 1 AS place
        FROM ops.scheduled_tasks s
        JOIN contact.notification n
          ON n.municipality_code = split_part(s.task_instance, ':', 1)
          AND n.id = CASE s.task_name WHEN :task THEN split_part(s.task_instance, ':', 2)::uuid END
        WHERE s.task_name = :task AND NOT s.picked AND s.execution_time > :now
          AND s.execution_time <= :until
          AND n.state IN ('PLANNED', 'CLAIMED') AND n.planned_for <= :business
          AND (CAST(:municipality AS text) IS NULL OR n.municipality_code = :municipality)
          AND (CAST(:channel AS text) IS NULL OR n.channel = :channel)
          AND (CAST(:round AS uuid) IS NULL OR EXISTS (SELECT 1 FROM contact.invitation i
            WHERE i.municipality_code = n.municipality_code AND i.id = n.invitation_id
              AND i.round_id = CAST(:round AS uuid)))) w
      WHERE t.task_name = :task AND t.task_instance = w.task_instance AND NOT t.picked
        AND t.execution_time > CAST(:now AS timestamptz) + w.place * interval '10 milliseconds'
      """;

  private static final String MOVE =
      """
      UPDATE ops.scheduled_tasks SET execution_time = :at, version = version + 1
      WHERE task_name = :task AND task_instance = :step AND NOT picked
      """;

  private final Jdbi jdbi;
  private final BusinessClock business;
  private final Clock real;

  public SleepingSteps(Jdbi gateway, BusinessClock business, Clock real) {
    this.jdbi = gateway;
    this.business = business;
    this.real = real;
  }

  /**
   * Has those of a pause that are due looked at one after the other, in the open transaction. One
   * that another pause holds as well goes to sleep again.
   */
  public void wake(Pause.Scope scope) {
    Instant now = real.instant();
    Instant time = business.now();
    Instant until = business.toReal(time.plus(LONGEST));
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(WAKE)
                .bind("task", NotificationTasks.SEND_STEP.getTaskName())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .bind("business", time.atOffset(ZoneOffset.UTC))
                .bind(
                    "municipality",
                    scope.municipality() == null ? null : scope.municipality().value())
                .bind("channel", scope.channel() == null ? null : scope.channel().name())
                .bind("round", scope.round() == null ? null : scope.round().toString())
                .execute());
  }

  /**
   * Has a step looked at when this business instant has come, in the open transaction. One that
   * runs now waits for its row, and finds the new moment there.
   */
  public void move(NotificationId step, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(MOVE)
                .bind("at", business.toReal(at).atOffset(ZoneOffset.UTC))
                .bind("task", NotificationTasks.SEND_STEP.getTaskName())
                .bind("step", step.toString())
                .execute());
  }
}
