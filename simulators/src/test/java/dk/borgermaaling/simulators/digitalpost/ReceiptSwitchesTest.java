package dk.borgermaaling.simulators.digitalpost;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.support.Eventually;
import dk.borgermaaling.simulators.support.RunningPost;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What Beskedfordeler may do wrong, switched on. */
class ReceiptSwitchesTest extends RunningPostFixture {
  @Test
  void receipts_can_be_missing_doubled_early_or_in_the_wrong_order() throws Exception {
    turnOn("missing-receipts", "{\"times\":1}");
    caller.kombi(token, valid(RunningPost.REACHABLE));
    turnOn("receipts-before-answer", "{\"times\":1}");
    turnOn("duplicated-receipts", "{\"times\":1}");
    turnOn("reordered-receipts", "{\"times\":1}");
    caller.kombi(token, valid(RunningPost.REACHABLE));
    assertThat(gateway.receipts()).hasSize(4);
    assertThat(payloads().get(0)).contains("Afleveret Digital Post");
    turnOn("memo-invalid", "{\"times\":1}");
    caller.kombi(token, valid(RunningPost.REACHABLE));
    Eventually.until(() -> gateway.receipts().size() == 5);
    assertThat(payloads().get(4)).contains("memo.invalid");
  }

  @Test
  void receipts_can_come_late() throws Exception {
    turnOn("late-receipts", "{\"times\":1,\"seconds\":2}");
    long start = System.nanoTime();
    caller.kombi(token, valid(RunningPost.REACHABLE));
    Eventually.until(() -> gateway.receipts().size() == 2);
    assertThat(System.nanoTime() - start).isGreaterThan(2_000_000_000L);
  }

  @Test
  void a_message_can_fail_after_it_was_received() throws Exception {
    turnOn("failed-after-received", "{\"times\":1}");
    caller.kombi(token, valid(RunningPost.REACHABLE));
    Eventually.until(() -> gateway.receipts().size() == 2);
    assertThat(payloads())
        .satisfiesExactly(
            text -> assertThat(text).contains(">Modtaget Digital Post<"),
            text -> assertThat(text).contains(">Fejlet<", "<FejlKode>"));
    assertThat(messages()).isEmpty();
  }

  @Test
  void a_receipt_can_be_of_a_message_that_nobody_here_has_sent() throws Exception {
    turnOn("unknown-receipts", "{\"times\":1}");
    String uuid = UUID.randomUUID().toString();
    caller.kombi(
        token,
        MemoText.kombi(SILKEBORG, RunningPost.REACHABLE, uuid, UUID.randomUUID() + "/first"));
    Eventually.until(() -> gateway.receipts().size() == 3);
    assertThat(payloads().stream().filter(text -> text.contains(uuid))).hasSize(2);
    assertThat(payloads().stream().filter(text -> !text.contains(uuid)))
        .singleElement()
        .asString()
        .contains(">Afleveret Digital Post<");
  }
}
