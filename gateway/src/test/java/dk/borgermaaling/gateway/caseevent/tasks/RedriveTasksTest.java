package dk.borgermaaling.gateway.caseevent.tasks;

import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dk.borgermaaling.gateway.beskedfordeler.tasks.MessageTasks;
import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventRedriver;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.ParkedLetters.Selection;
import dk.borgermaaling.gateway.caseevent.Redrive;
import dk.borgermaaling.gateway.caseevent.RedriveRuns;
import dk.borgermaaling.gateway.caseevent.RedriveRuns.Run;
import dk.borgermaaling.gateway.caseevent.RedriveRuns.Tally;
import dk.borgermaaling.gateway.caseevent.RedriveWork;
import dk.borgermaaling.gateway.caseevent.jpa.JsonCaseEvents;
import dk.borgermaaling.gateway.caseevent.jpa.SqlRedriveRuns;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.Events;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tasks on a running scheduler. */
class RedriveTasksTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final Backoff SOON = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1));

  private final CoreFixture core = new CoreFixture(new RecordedNotificationPlan());
  private final SqlRedriveRuns runs = new SqlRedriveRuns(core.database.gateway());
  private final Redrive redrive =
      new Redrive(
          core.database.transactions(),
          runs,
          RedriveTasks.queue(core.scheduler, Clock.systemUTC()),
          Duration.ofMillis(10));
  private final Scheduler scheduler = start();

  private Scheduler start() {
    RedriveWork work =
        new RedriveWork(
            core.database.transactions(),
            core.parked,
            runs,
            List.of(new CaseEventRedriver(new JsonCaseEvents(), core.plainIntake)),
            (entity, failure) -> {
              throw failure;
            });
    Scheduler made =
        Scheduler.create(
                core.database.gatewayDataSource(), List.of(RedriveTasks.redrive(work, SOON)))
            .startTasks(List.of(nightly()))
            .tableName("ops.scheduled_tasks")
            .threads(2)
            .pollingInterval(Duration.ofMillis(50))
            .build();
    made.start();
    return made;
  }

  private RecurringTask<Void> nightly() {
    return RedriveTasks.nightly(
        LocalTime.of(4, 0),
        Duration.ofDays(45),
        core.database.transactions(),
        core.parked,
        runs,
        redrive,
        core.clock,
        Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    scheduler.stop();
  }

  @Test
  void letters_are_driven_again_by_a_task_when_the_tables_have_changed() {
    park();
    know();
    redrive.afterMappingChange();
    await(() -> ended(1));
    assertThat(runs.last(1).get(0).tally()).isEqualTo(new Tally(1, 0, 0, 0, 0));
    assertThat(core.database.count("intake.dead_letter")).isZero();
    await(() -> count("redrive-dead-letters") == 0);
  }

  @Test
  void two_runs_at_once_make_each_letter_an_event_once() {
    for (int i = 0; i < 40; i++) {
      park();
    }
    know();
    redrive.ask(Selection.ALL, "operator");
    redrive.ask(Selection.ALL, "operator2");
    await(() -> ended(2));
    assertThat(runs.last(2).stream().mapToInt(run -> run.tally().stored()).sum()).isEqualTo(40);
    assertThat(runs.last(2).stream().mapToInt(run -> run.tally().failed()).sum()).isZero();
    assertThat(core.database.count("intake.case_event")).isEqualTo(40);
    assertThat(core.database.count("intake.parked_letter")).isZero();
  }

  @Test
  void every_night_old_content_goes_and_the_rest_is_driven_again() {
    park();
    core.clock.advance(Duration.ofDays(46));
    know();
    assertThat(count("dead-letters-nightly")).isOne();
    core.database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE ops.scheduled_tasks SET execution_time = now()"
                        + " WHERE task_name = 'dead-letters-nightly'"));
    await(() -> ended(1));
    Run run = runs.last(1).get(0);
    assertThat(run.asker()).isEqualTo(RedriveRuns.EVERY_NIGHT);
    assertThat(run.tally()).isEqualTo(Tally.NONE);
    assertThat(core.database.count("intake.dead_letter")).isOne();
    assertThat(core.database.count("intake.parked_letter WHERE sealed IS NOT NULL")).isZero();
  }

  @Test
  void a_message_is_enqueued_once_in_the_transaction_that_stores_it() {
    var queue = MessageTasks.queue(core.scheduler, Clock.systemUTC());
    UUID id = UUID.randomUUID();
    core.database
        .transactions()
        .runInOne(
            () -> {
              queue.accept(id);
              queue.accept(id);
            });
    assertThat(count("process-message")).isOne();
  }

  private void park() {
    CaseEvent event =
        Events.from(
            EventSource.OTHER,
            Events.of(ODENSE, "6701809995").group("6.99", FRIDAY).held(7, FRIDAY));
    core.intake.register(List.of(event));
  }

  private void know() {
    core.database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO ops.target_group_mapping (code_system, code, survey_group, valid_from)"
                        + " VALUES ('LAB6', '6.99', 'dagpenge', '2020-01-01')"));
    core.surveyGroups.refresh();
  }

  private boolean ended(int number) {
    List<Run> last = runs.last(number);
    return last.size() == number && last.stream().allMatch(run -> run.endedAt() != null);
  }

  private int count(String task) {
    return core.database.count("ops.scheduled_tasks WHERE task_name = '" + task + "'");
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
