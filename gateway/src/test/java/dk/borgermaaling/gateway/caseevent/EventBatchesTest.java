package dk.borgermaaling.gateway.caseevent;

import static dk.borgermaaling.gateway.testing.CoreFixture.AARHUS;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.Events;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventBatchesTest {
  private static final String CPR = "6701809995";
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final Problem UNREADABLE = new Problem.Malformed("version", "1 or more");

  private final CoreFixture core = new CoreFixture(new RecordedNotificationPlan());
  private final EventBatches batches = new EventBatches(core.intake);

  @Test
  void each_event_gets_its_receipt_in_the_order_of_the_batch() {
    CaseEvent first = other(Events.of(ODENSE, CPR).held(7, FRIDAY));
    CaseEvent second = other(Events.of(ODENSE, "6702809994").held(7, FRIDAY));
    CaseEvent unknownGroup = other(Events.of(ODENSE, CPR).group("9.9", FRIDAY).held(7, FRIDAY));
    HandedIn.Illegible unreadable = unreadable(UUID.randomUUID(), ODENSE);
    List<EventReceipt> receipts =
        batches.register(
            ODENSE,
            List.of(told(first), unreadable, told(unknownGroup), told(second), told(first)));
    assertThat(receipts)
        .extracting(EventReceipt::eventId)
        .containsExactly(
            first.eventId(),
            unreadable.eventId(),
            unknownGroup.eventId(),
            second.eventId(),
            first.eventId());
    assertThat(receipts.get(0)).isInstanceOf(EventReceipt.Stored.class);
    assertThat(receipts.get(1))
        .isEqualTo(new EventReceipt.Rejected(unreadable.eventId(), UNREADABLE));
    assertThat(receipts.get(2)).isInstanceOf(EventReceipt.Rejected.class);
    assertThat(receipts.get(3)).isInstanceOf(EventReceipt.Stored.class);
    assertThat(receipts.get(4)).isInstanceOf(EventReceipt.Duplicate.class);
    assertThat(core.database.count("intake.case_event")).isEqualTo(2);
  }

  @Test
  void a_batch_that_is_sent_again_is_answered_with_duplicates_and_changes_nothing() {
    List<HandedIn> batch =
        List.of(
            told(other(Events.of(ODENSE, CPR).held(7, FRIDAY))),
            told(other(Events.of(ODENSE, "6702809994").held(7, FRIDAY))));
    batches.register(ODENSE, batch);
    assertThat(batches.register(ODENSE, batch))
        .hasSize(2)
        .allMatch(EventReceipt.Duplicate.class::isInstance);
    assertThat(core.database.count("intake.case_event")).isEqualTo(2);
    assertThat(core.database.count("ops.scheduled_tasks"))
        .as("one task for the batch")
        .isEqualTo(1);
  }

  @Test
  void one_event_of_another_municipality_refuses_the_batch() {
    List<HandedIn> batch =
        List.of(
            told(other(Events.of(ODENSE, CPR).held(7, FRIDAY))),
            told(other(Events.of(AARHUS, CPR).held(7, FRIDAY))));
    assertThat(problemOf(ODENSE, batch)).isEqualTo(ProblemType.NOT_ALLOWED);
    assertThat(core.database.count("intake.case_event")).isZero();
  }

  @Test
  void an_unreadable_event_of_another_municipality_refuses_the_batch_too() {
    List<HandedIn> batch =
        List.of(
            told(other(Events.of(ODENSE, CPR).held(7, FRIDAY))),
            unreadable(UUID.randomUUID(), AARHUS));
    assertThat(problemOf(ODENSE, batch)).isEqualTo(ProblemType.NOT_ALLOWED);
    assertThat(core.database.count("intake.case_event")).isZero();
  }

  @Test
  void an_event_that_tells_neither_id_nor_municipality_is_rejected_by_itself() {
    CaseEvent good = other(Events.of(ODENSE, CPR).held(7, FRIDAY));
    assertThat(batches.register(ODENSE, List.of(unreadable(HandedIn.NO_ID, null), told(good))))
        .containsExactly(
            new EventReceipt.Rejected(HandedIn.NO_ID, UNREADABLE),
            new EventReceipt.Stored(good.eventId()));
  }

  @ParameterizedTest
  @EnumSource(
      value = EventSource.class,
      names = {"MOMENTUM", "FASIT"})
  void nobody_speaks_for_a_system_that_the_gateway_hears_itself(EventSource source) {
    CaseEvent event = Events.from(source, Events.of(ODENSE, CPR).held(7, FRIDAY));
    assertThat(batches.register(ODENSE, List.of(told(event))))
        .singleElement()
        .asInstanceOf(type(EventReceipt.Rejected.class))
        .extracting(rejected -> rejected.problem().type())
        .isEqualTo(ProblemType.NOT_ALLOWED);
    assertThat(core.database.count("intake.case_event")).isZero();
  }

  @Test
  void a_batch_without_a_good_event_has_its_receipts_and_stores_nothing() {
    assertThat(batches.register(ODENSE, List.of(unreadable(UUID.randomUUID(), ODENSE))))
        .singleElement()
        .isInstanceOf(EventReceipt.Rejected.class);
    assertThat(core.database.count("intake.case_event")).isZero();
  }

  @Test
  void five_hundred_are_taken_and_one_more_or_none_is_refused_whole() {
    HandedIn one = told(other(Events.of(ODENSE, CPR).held(7, FRIDAY)));
    assertThat(batches.register(ODENSE, Collections.nCopies(500, one))).hasSize(500);
    assertThat(problemOf(ODENSE, Collections.nCopies(501, one))).isEqualTo(ProblemType.TOO_LARGE);
    assertThat(problemOf(ODENSE, List.of())).isEqualTo(ProblemType.MALFORMED);
  }

  @Test
  void what_the_caller_did_before_is_undone_with_a_refused_batch() {
    HandedIn ours = told(other(Events.of(ODENSE, CPR).held(7, FRIDAY)));
    HandedIn theirs = told(other(Events.of(AARHUS, CPR).held(7, FRIDAY)));
    assertThatThrownBy(
            () ->
                core.database
                    .transactions()
                    .runInOne(
                        () -> {
                          batches.register(ODENSE, List.of(ours));
                          batches.register(ODENSE, List.of(theirs));
                        }))
        .isInstanceOf(ProblemException.class);
    assertThat(core.database.count("intake.case_event")).isZero();
  }

  private ProblemType problemOf(MunicipalityCode caller, List<HandedIn> batch) {
    try {
      batches.register(caller, batch);
      throw new AssertionError("the batch was taken");
    } catch (ProblemException e) {
      return e.problem().type();
    }
  }

  private static HandedIn told(CaseEvent event) {
    return new HandedIn.Legible(event);
  }

  private static HandedIn.Illegible unreadable(UUID id, @Nullable MunicipalityCode of) {
    return new HandedIn.Illegible(id, of, UNREADABLE);
  }

  private static CaseEvent other(CaseEvent event) {
    return Events.from(EventSource.OTHER, event);
  }
}
