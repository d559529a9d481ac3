package dk.borgermaaling.gateway.notification.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.notification.FailureClass;
import dk.borgermaaling.gateway.notification.Pause;
import dk.borgermaaling.gateway.notification.PauseBook;
import dk.borgermaaling.gateway.notification.ThrottleSettings;
import dk.borgermaaling.gateway.notification.tasks.SleepingSteps;
import dk.borgermaaling.gateway.testing.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BrakesOnPostgresTest extends NotificationsOnPostgres {
  private static final MunicipalityCode AARHUS = new MunicipalityCode("0751");
  private final SettableClock business = new SettableClock(PLANNED);
  private Clock clock = Clock.fixed(PLANNED.plusSeconds(10), ZoneOffset.UTC);

  @Test
  void nothing_is_held_back_or_noted_when_nothing_is_set() {
    assertThat(held(ThrottleSettings.NONE)).isEmpty();
    assertThat(database.count("ops.sending_minute")).isZero();
  }

  @Test
  void each_combination_of_municipality_round_and_channel_can_be_paused() {
    UUID round = UUID.randomUUID();
    List<Pause.Scope> theirs =
        List.of(
            scope(null, null, null),
            scope(ODENSE, null, null),
            scope(null, null, Channel.DIGITAL_POST),
            scope(ODENSE, null, Channel.DIGITAL_POST),
            scope(null, round, null),
            scope(ODENSE, round, Channel.DIGITAL_POST));
    List<Pause.Scope> others =
        List.of(
            scope(AARHUS, null, null),
            scope(ODENSE, null, Channel.LETTER),
            scope(null, UUID.randomUUID(), null),
            scope(AARHUS, round, null));
    putInRound(round);
    for (Pause.Scope scope : theirs) {
      UUID pause = pause(scope);
      assertThat(held(ThrottleSettings.NONE)).as(scope.toString()).isPresent();
      assertThat(transactions.inOne(() -> book().resume(pause, "operator"))).isPresent();
      assertThat(held(ThrottleSettings.NONE)).isEmpty();
    }
    others.forEach(this::pause);
    assertThat(held(ThrottleSettings.NONE)).isEmpty();
    assertThat(transactions.inOne(() -> book().active())).hasSize(4);
  }

  @Test
  void who_paused_and_who_resumed_stays_known_and_the_second_resume_finds_nothing() {
    UUID pause = pause(scope(ODENSE, null, null));
    Pause known = transactions.inOne(() -> book().active()).get(0);
    assertThat(known.by()).isEqualTo("operator");
    assertThat(known.reason()).isEqualTo("fejl i teksten");
    assertThat(known.cause()).isEqualTo("PERSON");
    assertThat(known.at()).isEqualTo(clock.instant());
    assertThat(transactions.inOne(() -> book().resume(pause, "operator2"))).contains(known);
    assertThat(transactions.inOne(() -> book().resume(pause, "operator2"))).isEmpty();
    assertThat(one("SELECT paused_by || ' ' || resumed_by FROM ops.sending_pause", String.class))
        .isEqualTo("operator operator2");
  }

  @Test
  void an_agreement_that_is_refused_stops_its_channel_once_with_its_reason() {
    Failure why = new Failure(FailureClass.AGREEMENT, "403 from the token service");
    transactions.runInOne(
        () -> brakes(ThrottleSettings.NONE).stop(ODENSE, Channel.DIGITAL_POST, why));
    transactions.runInOne(
        () ->
            brakes(ThrottleSettings.NONE)
                .stop(ODENSE, Channel.DIGITAL_POST, new Failure(FailureClass.OTHER, "again")));
    List<Pause> active = transactions.inOne(() -> book().active());
    assertThat(active).hasSize(1);
    assertThat(active.get(0).isBySystem()).isTrue();
    assertThat(active.get(0).cause()).isEqualTo("AGREEMENT");
    assertThat(active.get(0).reason()).isEqualTo("403 from the token service");
    assertThat(held(ThrottleSettings.NONE)).isPresent();
    transactions.runInOne(() -> book().resume(active.get(0).id(), "operator"));
    assertThat(held(ThrottleSettings.NONE)).isEmpty();
  }

  @Test
  void two_nodes_that_stop_at_once_make_one_pause()
      throws ExecutionException, InterruptedException {
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(
            nodes.submit(
                () ->
                    transactions.runInOne(
                        () ->
                            brakes(ThrottleSettings.NONE)
                                .stop(
                                    ODENSE,
                                    Channel.LETTER,
                                    new Failure(FailureClass.CONFIGURATION, "certificate")))));
      }
      for (Future<?> one : both) {
        one.get();
      }
    } finally {
      nodes.shutdownNow();
    }
    assertThat(database.count("ops.sending_pause")).isEqualTo(1);
  }

  @Test
  void a_paused_step_looks_again_within_two_hours_so_that_it_can_expire() {
    pause(scope(ODENSE, null, null));
    assertThat(held(ThrottleSettings.NONE).orElseThrow())
        .isBetween(PLANNED.plus(Duration.ofHours(1)), PLANNED.plus(Duration.ofHours(2)));
  }

  @Test
  void what_does_not_fit_into_a_minute_is_spread_over_the_following_ones() {
    ThrottleSettings three = new ThrottleSettings(0, 3);
    Map<Long, Integer> minutes = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      Instant at = held(three).orElse(PLANNED);
      minutes.merge(Duration.between(PLANNED, at.plusSeconds(10)).toMinutes(), 1, Integer::sum);
    }
    assertThat(minutes).isEqualTo(Map.of(0L, 3, 1L, 3, 2L, 3, 3L, 1));
    clock = Clock.fixed(PLANNED.plusSeconds(61), ZoneOffset.UTC);
    assertThat(held(three)).as("the next minute has its own places").isEmpty();
  }

  @Test
  void what_the_country_has_no_place_for_takes_none_of_the_municipality() {
    ThrottleSettings settings = new ThrottleSettings(2, 5);
    for (int i = 0; i < 6; i++) {
      held(settings);
    }
    assertThat(
            one(
                "SELECT taken FROM ops.sending_minute WHERE scope = '0461' AND taken > 0",
                int.class))
        .isEqualTo(2);
  }

  @Test
  void the_table_goes_before_the_setting_and_nought_is_no_limit() {
    transactions.runInOne(() -> book().throttle("0461", 1, "operator"));
    ThrottleSettings five = new ThrottleSettings(0, 5);
    assertThat(held(five)).isEmpty();
    assertThat(held(five)).isPresent();
    transactions.runInOne(() -> book().throttle("0461", 0, "operator"));
    assertThat(held(new ThrottleSettings(0, 1))).isEmpty();
    assertThat(transactions.inOne(() -> book().throttles()))
        .extractingByKey("0461")
        .satisfies(throttle -> assertThat(throttle.perMinute()).isZero());
    transactions.runInOne(() -> book().unthrottle("0461"));
    assertThat(transactions.inOne(() -> book().throttles())).isEmpty();
    transactions.runInOne(() -> book().throttle(PauseBook.COUNTRY, 1, "operator"));
    held(five);
    assertThat(held(five)).isPresent();
  }

  @Test
  void nodes_together_never_take_more_places_than_there_are()
      throws ExecutionException, InterruptedException {
    ThrottleSettings settings = new ThrottleSettings(7, 100);
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    int free = 0;
    try {
      List<Future<Integer>> all = new ArrayList<>();
      for (int node = 0; node < 4; node++) {
        all.add(
            nodes.submit(
                () -> {
                  int taken = 0;
                  for (int i = 0; i < 10; i++) {
                    taken += held(settings).isEmpty() ? 1 : 0;
                  }
                  return taken;
                }));
      }
      for (Future<Integer> node : all) {
        free += node.get();
      }
    } finally {
      nodes.shutdownNow();
    }
    assertThat(free).isEqualTo(7);
  }

  @Test
  void old_minutes_are_cleared_away() {
    ThrottleSettings three = new ThrottleSettings(3, 3);
    held(three);
    clock = Clock.fixed(PLANNED.plus(Duration.ofHours(2)), ZoneOffset.UTC);
    held(three);
    assertThat(database.count("ops.sending_minute")).isEqualTo(2);
  }

  @Test
  void resuming_wakes_what_is_due_one_after_the_other_and_nothing_else() {
    UUID pause = pause(scope(ODENSE, null, null));
    sleep("first", PLANNED.plus(Duration.ofMinutes(50)));
    sleep("reminder-1", PLANNED.plus(Duration.ofDays(7)));
    transactions.runInOne(() -> book().resume(pause, "operator"));
    assertThat(wakesAt("first")).isEqualTo(clock.instant());
    assertThat(wakesAt("reminder-1")).isEqualTo(PLANNED.plus(Duration.ofDays(7)));
  }

  @Test
  void resuming_another_municipality_wakes_nobody_here() {
    UUID pause = pause(scope(AARHUS, null, null));
    sleep("first", PLANNED.plus(Duration.ofMinutes(50)));
    transactions.runInOne(() -> book().resume(pause, "operator"));
    assertThat(wakesAt("first")).isEqualTo(PLANNED.plus(Duration.ofMinutes(50)));
  }

  private Optional<Instant> held(ThrottleSettings settings) {
    return transactions.inOne(
        () ->
            brakes(settings)
                .heldUntil(ledger.find(invitation, Step.FIRST).orElseThrow(), business.now()));
  }

  private SqlBrakes brakes(ThrottleSettings settings) {
    return new SqlBrakes(database.gateway(), settings, business, clock);
  }

  private SqlPauseBook book() {
    SleepingSteps sleeping = new SleepingSteps(database.gateway(), business, clock);
    return new SqlPauseBook(database.gateway(), sleeping::wake, clock);
  }

  private UUID pause(Pause.Scope scope) {
    return transactions.inOne(() -> book().pause(scope, "fejl i teksten", "operator"));
  }

  private static Pause.Scope scope(
      @Nullable MunicipalityCode municipality, @Nullable UUID round, @Nullable Channel channel) {
    return new Pause.Scope(municipality, round, channel);
  }

  private void putInRound(UUID round) {
    database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE contact.invitation SET round_id = ?, event_id = NULL, source = NULL,"
                        + " entity_id = NULL",
                    round));
  }

  private void sleep(String step, Instant until) {
    database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE ops.scheduled_tasks SET execution_time = ? WHERE task_instance ="
                        + " (SELECT municipality_code || ':' || id FROM contact.notification WHERE step = ?)",
                    until.atOffset(ZoneOffset.UTC),
                    step));
  }

  private Instant wakesAt(String step) {
    return one(
            "SELECT execution_time FROM ops.scheduled_tasks WHERE task_instance = (SELECT"
                + " municipality_code || ':' || id FROM contact.notification WHERE step = '"
                + step
                + "')",
            OffsetDateTime.class)
        .toInstant();
  }
}
