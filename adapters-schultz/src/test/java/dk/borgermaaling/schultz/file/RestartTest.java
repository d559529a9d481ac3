package dk.borgermaaling.schultz.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.schultz.Aarhus;
import dk.borgermaaling.schultz.file.FileBook.Counts;
import dk.borgermaaling.schultz.jpa.SqlFileBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A node is killed: what was not committed is gone with its objects, and others go on from the
 * database and the folder alone. A row that came twice would count as a duplicate.
 */
class RestartTest {
  private static final int ROWS = 1_700;
  private static final int BAD = 1_100;
  private static final Counts ALL = new Counts(ROWS - 1, 0, 1);

  private final FolderFixture aarhus;

  RestartTest(@TempDir Path root) {
    aarhus = new FolderFixture(root);
    Delta delta = new Delta();
    for (int i = 0; i < ROWS; i++) {
      delta.add(i == BAD ? "<event/>" : Delta.event(i));
    }
    aarhus.deliver("delta.xml", delta.xml());
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Hands in, and is killed before or after the n-th batch is committed. */
  private final class DyingIntake implements CaseEventIntake {
    private final int batch;
    private int batches;

    DyingIntake(int batch) {
      this.batch = batch;
    }

    @Override
    public List<EventReceipt> register(List<CaseEvent> events) {
      List<EventReceipt> receipts = aarhus.gateway.intake.register(events);
      if (++batches == batch) {
        throw new Killed();
      }
      return receipts;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void a_node_that_is_killed_in_a_batch_leaves_what_was_committed_before(int batch) {
    assertThatThrownBy(() -> aarhus.run(new DyingIntake(batch), aarhus.gateway.book))
        .isInstanceOf(Killed.class);

    assertThat(aarhus.file().handedIn()).isEqualTo((batch - 1) * 500L);
    assertThat(aarhus.file().finished()).isNull();
    aarhus.run();
    assertTakenOnce();
  }

  @Test
  void killed_at_every_batch_in_turn_it_is_still_exact() {
    for (int i = 0; i < 4; i++) {
      assertThatThrownBy(() -> aarhus.run(new DyingIntake(2), aarhus.gateway.book))
          .isInstanceOf(Killed.class);
      if (aarhus.file().handedIn() >= 1_000) {
        break;
      }
    }
    aarhus.run();
    assertTakenOnce();
  }

  @Test
  void killed_when_all_is_handed_in_and_nothing_put_away() {
    FileBook dying =
        new SqlFileBook(aarhus.gateway.database.gateway()) {
          @Override
          public void finish(TakenFile file, UUID reader, Instant now) {
            throw new Killed();
          }
        };
    assertThatThrownBy(() -> aarhus.run(aarhus.gateway.intake, dying)).isInstanceOf(Killed.class);
    assertThat(aarhus.file().finished()).isNull();

    aarhus.run();
    assertTakenOnce();
    assertThat(aarhus.names("aarhus/done")).hasSize(1);
    assertThat(aarhus.names("aarhus")).containsExactly("done", "errors");
  }

  @Test
  void a_copy_that_is_lost_is_made_again_from_what_lies_in_the_folder() throws IOException {
    assertThatThrownBy(() -> aarhus.run(new DyingIntake(3), aarhus.gateway.book))
        .isInstanceOf(Killed.class);
    Path copy = aarhus.root.resolve(".work/aarhus").resolve(aarhus.names(".work/aarhus").get(0));
    Files.write(copy, new byte[100]);

    aarhus.run();
    assertTakenOnce();
  }

  @Test
  void a_file_that_is_replaced_while_it_is_read_is_read_as_it_was_and_then_the_new_one() {
    assertThatThrownBy(() -> aarhus.run(new DyingIntake(3), aarhus.gateway.book))
        .isInstanceOf(Killed.class);
    aarhus.deliver("delta.xml", Delta.of(2).add(Delta.event(5_000)).xml());

    aarhus.run();

    assertThat(aarhus.files()).hasSize(2).allMatch(file -> file.finished() != null);
    assertThat(aarhus.events()).isEqualTo(ROWS);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void a_node_that_others_took_for_dead_hands_in_no_more() throws Exception {
    CountDownLatch asleep = new CountDownLatch(1);
    CountDownLatch awake = new CountDownLatch(1);
    CaseEventIntake slow =
        new CaseEventIntake() {
          private int batches;

          @Override
          public List<EventReceipt> register(List<CaseEvent> events) {
            if (++batches == 2) {
              asleep.countDown();
              await(awake);
            }
            return aarhus.gateway.intake.register(events);
          }
        };
    ExecutorService node = Executors.newSingleThreadExecutor();
    try {
      Future<Long> sleeper = node.submit(() -> aarhus.run(slow, aarhus.gateway.book));
      await(asleep);
      aarhus.run();
      assertTakenOnce();
      awake.countDown();
      assertThatThrownBy(sleeper::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(FileIntake.Interrupted.class);
    } finally {
      node.shutdownNow();
    }
    assertTakenOnce();
    aarhus.run();
    assertTakenOnce();
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void a_node_that_stops_lets_the_batch_end_and_begins_no_other() throws Exception {
    ExecutorService node = Executors.newSingleThreadExecutor();
    try {
      CaseEventIntake interrupted =
          events -> {
            List<EventReceipt> receipts = aarhus.gateway.intake.register(events);
            Thread.currentThread().interrupt();
            return receipts;
          };
      Future<Long> run = node.submit(() -> aarhus.run(interrupted, aarhus.gateway.book));
      assertThatThrownBy(run::get).isInstanceOf(ExecutionException.class);
    } finally {
      node.shutdownNow();
    }
    assertThat(aarhus.file().handedIn()).isIn(0L, 500L);
    aarhus.run();
    assertTakenOnce();
  }

  private void assertTakenOnce() {
    FileBook.TakenFile file = aarhus.file();
    assertThat(file.counts()).isEqualTo(ALL);
    assertThat(file.handedIn()).isEqualTo(ROWS);
    assertThat(file.finished()).isNotNull();
    assertThat(aarhus.events()).isEqualTo(ROWS - 1);
    assertThat(aarhus.errors(file).lines()).hasSize(2);
    assertThat(aarhus.gateway.book.unfinished(Aarhus.TENANT)).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError("nothing happened in 30 s");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
