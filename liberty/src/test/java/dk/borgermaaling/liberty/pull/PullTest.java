package dk.borgermaaling.liberty.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.beskedfordeler.Pulling;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PullTest extends PullFixture {
  @Test
  void a_receipt_is_stored_as_it_came_before_the_queue_forgets_it() {
    UUID besked = UUID.randomUUID();
    put(receipt(besked));
    node();
    awaitEmptyQueue();
    assertThat(
            core.database.texts(
                "SELECT besked_id || ' ' || status || ' ' || convert_from(raw, 'UTF8')"
                    + " FROM intake.receipt"))
        .containsExactly(besked + " WAITING " + receipt(besked));
    assertThat(core.database.texts("SELECT task_name FROM ops.scheduled_tasks"))
        .containsExactly("match-receipt");
  }

  @Test
  void messages_of_all_kinds_come_by_one_queue_and_each_goes_where_a_push_of_it_goes() {
    String id =
        "<k:BeskedId><UUIDIdentifikator>" + UUID.randomUUID() + "</UUIDIdentifikator></k:BeskedId>";
    put(receipt(UUID.randomUUID()), message(id, UUID.randomUUID().toString()));
    node();
    awaitEmptyQueue();
    assertThat(receipts()).isEqualTo(1);
    assertThat(core.database.count("intake.distributed_message")).isEqualTo(1);
    assertThat(core.database.texts("SELECT task_name FROM ops.scheduled_tasks ORDER BY 1"))
        .containsExactly("match-receipt", "process-message");
  }

  @Test
  void what_nobody_can_read_is_kept_whole_and_does_not_stop_the_queue() {
    put(
        "",
        "hello",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        "<a>".repeat(5000),
        "<Haendelsesbesked xmlns='urn:another'/>",
        message(""),
        receipt(UUID.randomUUID()) + " ".repeat(LARGEST));
    UUID after = UUID.randomUUID();
    put(receipt(after));
    node();
    awaitEmptyQueue();
    assertThat(core.database.texts("SELECT besked_id FROM intake.receipt"))
        .containsExactly(after.toString());
    assertThat(
            core.database.texts(
                "SELECT municipality_code || ' ' || source || ' ' || reason FROM intake.dead_letter"))
        .hasSize(7)
        .containsOnly("0461 BESKEDFORDELER malformed");
    assertThat(
            core.database.texts(
                "SELECT id::text FROM intake.parked_letter WHERE sealed IS NOT NULL"))
        .hasSize(7);
  }

  @Test
  void a_connection_that_is_cut_between_storing_and_acknowledging_brings_the_message_again() {
    AtomicInteger stored = new AtomicInteger();
    Transactions cutOnce =
        afterCommit(
            core.database.transactions(),
            () -> {
              if (stored.incrementAndGet() == 1) {
                broker.cut();
              }
            });
    put(receipt(UUID.randomUUID()));
    node(cutOnce);
    awaitEmptyQueue();
    assertThat(stored.get()).isGreaterThan(1);
    assertThat(receipts()).isEqualTo(1);
    assertThat(core.database.count("ops.scheduled_tasks")).isEqualTo(1);
  }

  @Test
  void a_process_that_dies_between_storing_and_acknowledging_leaves_the_message_to_the_next() {
    AtomicInteger stored = new AtomicInteger();
    Transactions dies =
        afterCommit(
            core.database.transactions(),
            () -> {
              if (stored.incrementAndGet() == 1) {
                throw new Killed();
              }
            });
    put(receipt(UUID.randomUUID()));
    Pulling node = node(dies);
    await(() -> broker.consumers(queue) == 0 && stored.get() == 1);
    assertThat(broker.waiting(queue)).hasSize(1);
    await(
        () -> {
          node.refresh();
          return broker.waiting(queue).isEmpty();
        });
    assertThat(receipts()).isEqualTo(1);
  }

  @Test
  void a_message_that_cannot_be_stored_now_is_not_acknowledged_and_comes_again() {
    AtomicInteger tries = new AtomicInteger();
    Transactions awayTwice =
        new Transactions() {
          @Override
          public <T> T inOne(Supplier<T> work) {
            if (tries.incrementAndGet() <= 2) {
              throw new IllegalStateException("the database is away");
            }
            return core.database.transactions().inOne(work);
          }
        };
    put(receipt(UUID.randomUUID()));
    node(awayTwice);
    awaitEmptyQueue();
    assertThat(tries).hasValue(3);
    assertThat(receipts()).isEqualTo(1);
    assertThat(core.database.texts("SELECT failure FROM ops.dueslag"))
        .containsExactly("a message could not be stored");
  }

  @Test
  void two_nodes_share_a_queue_and_store_each_message_once_however_often_it_is_there() {
    List<UUID> beskeder = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      beskeder.add(UUID.randomUUID());
    }
    AtomicInteger first = new AtomicInteger();
    AtomicInteger second = new AtomicInteger();
    node(afterCommit(core.database.transactions(), first::incrementAndGet));
    node(afterCommit(core.database.transactions(), second::incrementAndGet));
    await(() -> broker.consumers(queue) == 2);
    for (UUID besked : beskeder) {
      put(receipt(besked), receipt(besked));
    }
    awaitEmptyQueue();
    assertThat(receipts()).isEqualTo(60);
    assertThat(first.get() + second.get()).isGreaterThanOrEqualTo(120);
    assertThat(first).hasPositiveValue();
    assertThat(second).hasPositiveValue();
  }

  @Test
  void a_broker_that_is_away_is_found_again_and_meanwhile_it_is_told_since_when()
      throws IOException {
    Pulling node = node();
    await(() -> node.downSince().isEmpty());
    assertThat(node.connected()).isEqualTo(1);
    int port = broker.port();
    broker.close();
    await(() -> node.downSince().isPresent());
    assertThat(node.connected()).isZero();
    broker = open(port);
    put(receipt(UUID.randomUUID()));
    awaitEmptyQueue();
    await(() -> node.downSince().isEmpty());
    assertThat(receipts()).isEqualTo(1);
    assertThat(
            core.database.texts("SELECT failure FROM ops.dueslag WHERE connected_at > failed_at"))
        .singleElement()
        .asString()
        .contains("Beskedfordeler")
        .doesNotContain("localhost", Integer.toString(port));
  }

  @Test
  void an_assertion_that_is_refused_is_asked_for_anew() {
    CHECKING.ahead = Duration.ofHours(10);
    Pulling node = node();
    await(
        () ->
            core.database
                .texts("SELECT coalesce(failure, '') FROM ops.dueslag")
                .contains("Beskedfordeler refuses our assertion"));
    assertThat(node.downSince()).isPresent();
    ISSUING.ahead = Duration.ofHours(10);
    put(receipt(UUID.randomUUID()));
    awaitEmptyQueue();
    await(() -> node.downSince().isEmpty());
  }

  @Test
  void an_assertion_is_renewed_before_its_end_and_no_message_is_lost_or_doubled_by_it() {
    AtomicInteger stored = new AtomicInteger();
    Pulling node = node(afterCommit(core.database.transactions(), stored::incrementAndGet));
    await(() -> node.downSince().isEmpty());
    put(receipt(UUID.randomUUID()));
    awaitEmptyQueue();
    for (int lives = 1; lives <= 3; lives++) {
      // Ten minutes before the end of the one that was issued last.
      Duration ahead = Duration.ofHours(8).minusMinutes(10).multipliedBy(lives);
      int before = broker.logIns();
      ISSUING.ahead = ahead;
      CHECKING.ahead = ahead;
      real.ahead = ahead;
      await(() -> broker.logIns() > before);
      put(receipt(UUID.randomUUID()));
      awaitEmptyQueue();
      assertThat(node.downSince()).isEmpty();
    }
    assertThat(receipts()).isEqualTo(4);
    assertThat(stored).hasValue(4);
  }

  @Test
  void a_node_that_stops_leaves_what_it_has_not_stored_to_others() {
    Pulling node = node();
    await(() -> broker.consumers(queue) == 1);
    node.close();
    await(() -> broker.consumers(queue) == 0);
    put(receipt(UUID.randomUUID()));
    node.refresh();
    assertThat(broker.consumers(queue)).isZero();
    assertThat(broker.waiting(queue)).hasSize(1);
    node();
    awaitEmptyQueue();
    assertThat(receipts()).isEqualTo(1);
  }

  @Test
  void a_queue_that_leaves_the_table_is_pulled_no_longer() {
    Pulling node = node();
    await(() -> broker.consumers(queue) == 1);
    core.database.owner().useHandle(handle -> handle.execute("DELETE FROM ops.dueslag"));
    node.refresh();
    await(() -> broker.consumers(queue) == 0);
    await(
        () -> {
          node.refresh();
          return node.queues() == 0;
        });
  }

  /** Nothing catches it, as nothing catches a SIGKILL. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
