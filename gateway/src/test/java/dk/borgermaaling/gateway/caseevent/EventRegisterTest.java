package dk.borgermaaling.gateway.caseevent;

import static dk.borgermaaling.gateway.testing.CoreFixture.AARHUS;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static dk.borgermaaling.gateway.testing.CoreFixture.TAARNBY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.Events;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventRegisterTest {
  private static final String CPR = "6701809995";
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  private final CoreFixture core = new CoreFixture(new RecordedNotificationPlan());

  @Test
  void an_event_is_stored_with_the_task_that_processes_it() {
    CaseEvent event = Events.of(ODENSE, CPR).held(7, FRIDAY);
    assertThat(core.intake.register(List.of(event)))
        .containsExactly(new EventReceipt.Stored(event.eventId()));
    assertThat(count("intake.case_event")).isEqualTo(1);
    assertThat(count("ops.scheduled_tasks")).isEqualTo(1);
  }

  @Test
  void the_same_event_again_is_a_duplicate_and_changes_nothing() {
    CaseEvent event = Events.of(ODENSE, CPR).group("6.1", FRIDAY.minusDays(40)).held(7, FRIDAY);
    core.intake.register(List.of(event));
    assertThat(core.intake.register(List.of(event, event)))
        .containsExactly(
            new EventReceipt.Duplicate(event.eventId()),
            new EventReceipt.Duplicate(event.eventId()));
    assertThat(count("intake.case_event")).isEqualTo(1);
    assertThat(count("ops.scheduled_tasks")).isEqualTo(1);
  }

  @Test
  void an_event_twice_in_one_batch_is_stored_once() {
    CaseEvent event = Events.of(ODENSE, CPR).held(7, FRIDAY);
    assertThat(core.intake.register(List.of(event, event)))
        .containsExactly(
            new EventReceipt.Stored(event.eventId()), new EventReceipt.Duplicate(event.eventId()));
  }

  @Test
  void the_same_id_from_another_municipality_is_another_event() {
    Events ours = Events.of(ODENSE, CPR);
    CaseEvent theirs = Events.of(AARHUS, CPR).withId(ours.id()).held(7, FRIDAY.minusDays(1));
    assertThat(core.intake.register(List.of(theirs)))
        .containsExactly(new EventReceipt.Stored(ours.id()));
    assertThat(core.intake.register(List.of(ours.held(7, FRIDAY), theirs)))
        .containsExactly(new EventReceipt.Stored(ours.id()), new EventReceipt.Duplicate(ours.id()));
    core.processAll();
    assertThat(count("intake.decision")).isEqualTo(2);
  }

  @Test
  void the_same_id_with_other_content_is_a_conflict() {
    Events one = Events.of(ODENSE, CPR);
    core.intake.register(List.of(one.held(7, FRIDAY)));
    assertThat(problemOf(one.held(4, FRIDAY))).isEqualTo(ProblemType.CONFLICT);
  }

  @Test
  void the_same_version_of_an_entity_from_another_event_is_told_by_its_content() {
    Events first = Events.of(ODENSE, CPR).entity("conversation-1", 1);
    Events second = Events.of(ODENSE, CPR).entity("conversation-1", 1);
    core.intake.register(List.of(first.held(7, FRIDAY)));
    assertThat(core.intake.register(List.of(second.held(7, FRIDAY))))
        .containsExactly(new EventReceipt.Duplicate(second.id()));
    assertThat(problemOf(second.held(4, FRIDAY))).isEqualTo(ProblemType.CONFLICT);
  }

  @Test
  void a_municipality_without_agreement_or_unknown_is_refused() {
    assertThat(problemOf(Events.of(TAARNBY, CPR).held(7, FRIDAY)))
        .isEqualTo(ProblemType.UNKNOWN_MUNICIPALITY);
    assertThat(problemOf(Events.of(new MunicipalityCode("0999"), CPR).held(7, FRIDAY)))
        .isEqualTo(ProblemType.UNKNOWN_MUNICIPALITY);
  }

  @Test
  void an_unknown_target_group_is_refused_and_the_others_are_stored() {
    Events good = Events.of(ODENSE, CPR).group("6.1", FRIDAY.minusDays(40));
    Events bad = Events.of(ODENSE, CPR).group("9.9", FRIDAY.minusDays(40));
    List<EventReceipt> receipts =
        core.intake.register(List.of(bad.held(7, FRIDAY), good.held(7, FRIDAY)));
    assertThat(receipts.get(0)).isInstanceOf(EventReceipt.Rejected.class);
    assertThat(receipts.get(1)).isEqualTo(new EventReceipt.Stored(good.id()));
  }

  @Test
  void what_has_not_happened_yet_is_malformed() {
    Events morning = Events.of(ODENSE, CPR);
    LocalDate monday = LocalDate.of(2026, 11, 23);
    assertThat(problemOf(morning.at(LocalTime.of(9, 1)).held(7, monday)))
        .isEqualTo(ProblemType.MALFORMED);
    assertThat(core.intake.register(List.of(morning.at(LocalTime.of(9, 0)).held(7, monday))))
        .containsExactly(new EventReceipt.Stored(morning.id()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-999999999-01-01", "-4712-12-31", "0001-01-01", "1899-12-31", "2200-01-01"})
  void a_date_outside_1900_to_2199_is_malformed_and_the_others_are_stored(LocalDate date) {
    Events good = Events.of(ODENSE, CPR);
    CaseEvent any = Events.of(ODENSE, CPR).group("6.1", FRIDAY).held(7, FRIDAY);
    Instant at = Instant.MIN.plusSeconds(1);
    TargetGroupCode group = new TargetGroupCode("LAB6", "6.1", date);
    Course course = new Course(date, null, null);
    Happening died = new Happening.CitizenDied(date);
    List<EventReceipt> receipts =
        core.intake.register(
            List.of(
                told(any, at, any.targetGroup(), any.course(), any.happening()),
                told(any, any.occurredAt(), group, any.course(), any.happening()),
                told(any, any.occurredAt(), any.targetGroup(), course, any.happening()),
                told(any, any.occurredAt(), null, any.course(), died),
                good.held(7, FRIDAY)));
    assertThat(receipts.subList(0, 4))
        .extracting(EventRegisterTest::problem)
        .containsExactly(
            EventTimes.outside("occurredAt"),
            EventTimes.outside("targetGroup.startDate"),
            EventTimes.outside("course.startDate"),
            EventTimes.outside("date"));
    assertThat(receipts.get(4)).isEqualTo(new EventReceipt.Stored(good.id()));
  }

  @Test
  void the_first_and_the_last_day_are_stored() {
    CaseEvent any = Events.of(ODENSE, CPR).held(7, FRIDAY);
    Course first = new Course(LocalDate.of(1900, 1, 1), null, null);
    Happening last = new Happening.CitizenExempted(LocalDate.of(2199, 12, 31));
    assertThat(core.intake.register(List.of(told(any, any.occurredAt(), null, first, last))))
        .containsExactly(new EventReceipt.Stored(any.eventId()));
  }

  private static CaseEvent told(
      CaseEvent event,
      Instant occurredAt,
      @Nullable TargetGroupCode group,
      Course course,
      Happening happening) {
    return new CaseEvent(
        event.eventId(),
        event.source(),
        event.municipality(),
        event.entityId(),
        event.version(),
        event.withdrawn(),
        occurredAt,
        event.recipient(),
        group,
        course,
        happening);
  }

  private static Problem problem(EventReceipt receipt) {
    return ((EventReceipt.Rejected) receipt).problem();
  }

  @Test
  void an_event_registered_inside_a_transaction_that_fails_is_not_stored() {
    CaseEvent event = Events.of(ODENSE, CPR).held(7, FRIDAY);
    assertThatThrownBy(
            () ->
                core.database
                    .transactions()
                    .runInOne(
                        () -> {
                          core.intake.register(List.of(event));
                          throw new IllegalStateException("the receipt could not be signed");
                        }))
        .hasMessage("the receipt could not be signed");
    assertThat(count("intake.case_event")).isZero();
    assertThat(count("ops.scheduled_tasks")).isZero();
  }

  @Test
  void batches_with_the_same_events_from_four_threads_store_each_once()
      throws InterruptedException, ExecutionException {
    List<CaseEvent> events = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      events.add(Events.of(ODENSE, "67018099%02d".formatted(i % 50)).held(7, FRIDAY));
    }
    List<CaseEvent> backwards = new ArrayList<>(events);
    Collections.reverse(backwards);
    List<Callable<List<EventReceipt>>> callers =
        List.of(
            () -> core.intake.register(events),
            () -> core.intake.register(backwards),
            () -> core.intake.register(events),
            () -> core.intake.register(backwards));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    int stored = 0;
    int duplicates = 0;
    try {
      for (Future<List<EventReceipt>> future : threads.invokeAll(callers)) {
        for (EventReceipt receipt : future.get()) {
          stored += receipt instanceof EventReceipt.Stored ? 1 : 0;
          duplicates += receipt instanceof EventReceipt.Duplicate ? 1 : 0;
        }
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(stored).isEqualTo(200);
    assertThat(duplicates).isEqualTo(600);
    assertThat(count("intake.case_event")).isEqualTo(200);
    assertThat(count("contact.citizen")).isEqualTo(50);
    core.processAll();
    assertThat(count("intake.decision")).isEqualTo(200);
  }

  @Test
  void five_hundred_events_take_well_under_the_time_a_sender_waits() {
    List<CaseEvent> events = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      events.add(Events.of(ODENSE, "6701%06d".formatted(i + 800000)).held(7, FRIDAY));
    }
    long start = System.nanoTime();
    assertThat(core.intake.register(events)).allMatch(EventReceipt.Stored.class::isInstance);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  private ProblemType problemOf(CaseEvent event) {
    EventReceipt receipt = core.intake.register(List.of(event)).get(0);
    assertThat(receipt).isInstanceOf(EventReceipt.Rejected.class);
    return ((EventReceipt.Rejected) receipt).problem().type();
  }

  private int count(String table) {
    return core.database.count(table);
  }
}
