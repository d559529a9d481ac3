package dk.borgermaaling.kmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A citizen whom Momentum knows gets another CPR number. */
class ChangedNumberTest {
  private static final String SUMMER = "2026-08-13T22:00:00Z";
  private static final String OLD = "6701809995";
  private static final String NEW = "6702809994";
  private static final Happening CHANGED = new Happening.CprChanged(LocalDate.of(2026, 11, 23));

  private final FakeGateway gateway = new FakeGateway();
  private final FakeMomentum momentum = new FakeMomentum();

  @Test
  void another_number_of_the_same_citizen_is_told_once_with_the_one_before() {
    momentum.in("c-1", OLD, "6.6", SUMMER);
    run();
    momentum.in("c-1", NEW, "6.6", SUMMER);

    assertThat(run()).isOne();
    CaseEvent changed = last();
    assertThat(changed.happening()).isEqualTo(CHANGED);
    assertThat(changed.entityId()).as("corrects nothing of the course").isEqualTo("cpr-c-1");
    assertThat(changed.recipient()).isEqualTo(person(NEW));
    assertThat(changed.formerly()).isEqualTo(person(OLD));
    assertThat(run()).isZero();
  }

  @Test
  void the_memory_holds_our_own_id_and_never_a_number() {
    momentum.in("c-1", OLD, "6.6", SUMMER);
    run();
    momentum.in("c-1", NEW, "6.6", SUMMER);
    run();

    assertThat(gateway.memory.toString()).doesNotContain(OLD, NEW);
    assertThat(gateway.memory)
        .containsEntry("person/c-1", new Entry(2, gateway.idOf(person(NEW)).toString()));
  }

  @Test
  void with_another_group_at_once_the_number_is_told_first_and_the_group_of_the_new_one() {
    momentum.in("c-1", OLD, "6.6", SUMMER);
    run();
    momentum.in("c-1", NEW, "6.1", "2026-11-10T23:00:00Z");

    assertThat(run()).isEqualTo(2);
    assertThat(gateway.events.subList(1, 3))
        .extracting(CaseEvent::entityId, CaseEvent::version, CaseEvent::recipient)
        .containsExactly(tuple("cpr-c-1", 2, person(NEW)), tuple("c-1", 2, person(NEW)));
    assertThat(run()).isZero();
  }

  @Test
  void a_search_without_numbers_asks_for_none_and_a_change_shows_with_the_next_event() {
    withoutNumber("6.6", SUMMER);
    momentum.cprNumbers.put("c-1", OLD);
    run();
    momentum.cprNumbers.put("c-1", NEW);
    assertThat(run()).isZero();
    assertThat(momentum.cprQuestions).isOne();

    withoutNumber("6.1", "2026-11-10T23:00:00Z");
    assertThat(run()).isEqualTo(2);
    assertThat(gateway.events).extracting(CaseEvent::happening).contains(CHANGED);
  }

  @Test
  void a_change_that_the_gateway_knows_from_elsewhere_is_remembered_and_not_told() {
    momentum.in("c-1", OLD, "6.6", SUMMER);
    run();
    gateway.idOf(person(NEW));
    gateway.nowKnownAs.put(gateway.idOf(person(OLD)), person(NEW));
    momentum.in("c-1", NEW, "6.6", SUMMER);

    assertThat(run()).isZero();
    assertThat(gateway.memory)
        .containsEntry("person/c-1", new Entry(2, gateway.idOf(person(NEW)).toString()));
    momentum.citizens.clear();
    assertThat(run()).isOne();
    assertThat(last().recipient()).isEqualTo(person(NEW));
  }

  @Test
  void back_to_the_first_number_is_a_change_again() {
    momentum.in("c-1", OLD, "6.6", SUMMER);
    run();
    momentum.in("c-1", NEW, "6.6", SUMMER);
    run();
    momentum.in("c-1", OLD, "6.6", SUMMER);

    assertThat(run()).isOne();
    assertThat(last().formerly()).isEqualTo(person(NEW));
    assertThat(last().version()).isEqualTo(3);
  }

  @Test
  void who_was_gone_and_comes_back_by_the_first_number_has_not_got_it_again() {
    momentum.in("c-1", OLD, "6.6", SUMMER);
    run();
    gateway.idOf(person(NEW));
    gateway.nowKnownAs.put(gateway.idOf(person(OLD)), person(NEW));
    momentum.citizens.clear();
    assertThat(run()).isOne();
    assertThat(last().recipient()).as("the person last told of").isEqualTo(person(NEW));

    momentum.in("c-1", OLD, "6.6", SUMMER);
    assertThat(run()).isOne();
    assertThat(last().happening())
        .as("Momentum is behind; the number has not changed back")
        .isEqualTo(new Happening.TargetGroupStarted(LocalDate.of(2026, 8, 14)));
  }

  @Test
  void what_is_no_number_changes_nothing() {
    momentum.in("c-1", OLD, "6.6", SUMMER);
    run();
    momentum.in("c-1", "670180999", "6.6", SUMMER);

    assertThat(run()).isZero();
  }

  private void withoutNumber(String code, String start) {
    momentum.citizens.put("c-1", new CitizenRow("c-1", null, code, start));
  }

  private CaseEvent last() {
    return gateway.events.get(gateway.events.size() - 1);
  }

  private static Recipient person(String cpr) {
    return new Recipient.Person(new CprNumber(cpr));
  }

  private int run() {
    return gateway
        .feed(FakeGateway.settings(false, "6.1", "6.6"))
        .run(FakeGateway.ODENSE, momentum);
  }
}
