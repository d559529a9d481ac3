package dk.borgermaaling.gateway.edge.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.testing.Database;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JdbiReplayLogTest {
  private static final MunicipalityCode SILKEBORG = new MunicipalityCode("0740");
  private static final Thumbprint SIGNER = new Thumbprint("ab".repeat(32));
  private final Database database = Database.fresh();
  private final JdbiReplayLog log = new JdbiReplayLog(database.gateway(), Duration.ofHours(1));

  @Test
  void a_message_is_new_once_also_for_another_node() {
    assertThat(noted("urn:uuid:1")).isTrue();
    assertThat(noted("urn:uuid:1")).isFalse();
    var other = new JdbiReplayLog(database.gateway(), Duration.ofHours(1));
    assertThat(
            database.transactions().inOne(() -> other.firstTime(SILKEBORG, SIGNER, "urn:uuid:1")))
        .isFalse();
  }

  @Test
  void another_signer_or_another_message_is_another_row() {
    assertThat(noted("urn:uuid:1")).isTrue();
    assertThat(noted("urn:uuid:2")).isTrue();
    Thumbprint other = new Thumbprint("cd".repeat(32));
    assertThat(database.transactions().inOne(() -> log.firstTime(SILKEBORG, other, "urn:uuid:1")))
        .isTrue();
  }

  @Test
  void a_message_whose_transaction_rolled_back_is_new_again() {
    assertThatThrownBy(
            () ->
                database
                    .transactions()
                    .runInOne(
                        () -> {
                          log.firstTime(SILKEBORG, SIGNER, "urn:uuid:1");
                          throw new IllegalStateException("later in the same transaction");
                        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(noted("urn:uuid:1")).isTrue();
  }

  @Test
  void of_copies_that_come_at_once_one_is_new() {
    CountDownLatch start = new CountDownLatch(1);
    var copies =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          await(start);
                          return noted("urn:uuid:1");
                        }))
            .toList();
    start.countDown();
    assertThat(copies.stream().filter(CompletableFuture::join).count()).isEqualTo(1);
  }

  @Test
  void expired_rows_are_forgotten_and_no_others() {
    noted("urn:uuid:1");
    noted("urn:uuid:2");
    database
        .owner()
        .withHandle(
            handle ->
                handle.execute(
                    "update intake.replay set expires_at = now() - interval '1 second'"
                        + " where message_hash = sha256('urn:uuid:1')"));
    assertThat(log.forgetExpired()).isEqualTo(1);
    assertThat(noted("urn:uuid:2")).isFalse();
  }

  @Test
  void the_message_id_is_kept_as_a_digest_only() {
    noted("urn:uuid:1");
    String row =
        database
            .owner()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select replay::text from intake.replay")
                        .mapTo(String.class)
                        .one());
    assertThat(row).doesNotContain("urn:uuid");
  }

  private boolean noted(String messageId) {
    return database.transactions().inOne(() -> log.firstTime(SILKEBORG, SIGNER, messageId));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
