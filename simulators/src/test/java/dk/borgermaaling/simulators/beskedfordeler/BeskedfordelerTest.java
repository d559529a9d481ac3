package dk.borgermaaling.simulators.beskedfordeler;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.support.Eventually;
import dk.borgermaaling.simulators.support.FakeGateway;
import dk.borgermaaling.simulators.support.TestSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeskedfordelerTest {
  @TempDir Path state;

  @Test
  void a_receipt_that_is_not_answered_20_comes_again_with_the_same_id_and_the_next_attempt()
      throws Exception {
    FakeGateway gateway = FakeGateway.open(0);
    gateway.answer("40");
    try (Beskedfordeler beskedfordeler = open(gateway)) {
      Receipt receipt = receipt(1);
      var done = beskedfordeler.queue(receipt);
      Eventually.until(() -> !gateway.receipts().isEmpty());
      gateway.answer("20");
      done.get(15, TimeUnit.SECONDS);
      assertThat(gateway.receipts()).allMatch(text -> text.contains(receipt.beskedId()));
      assertThat(gateway.receipts().get(0))
          .contains("<ns2:AntalLeveranceforsoeg>1</ns2:AntalLeveranceforsoeg>");
      assertThat(gateway.receipts().get(1))
          .contains("<ns2:AntalLeveranceforsoeg>2</ns2:AntalLeveranceforsoeg>");
      assertThat(beskedfordeler.complete()).isTrue();
    } finally {
      gateway.close();
    }
  }

  @Test
  void a_gateway_that_is_down_gets_the_receipt_when_it_is_up_again_even_after_a_restart_here()
      throws Exception {
    FakeGateway gateway = FakeGateway.open(0);
    int port = gateway.port();
    Surroundings around = TestSettings.surroundings(state, gateway.address());
    gateway.close();
    Receipt receipt = receipt(1);
    try (Beskedfordeler first = new Beskedfordeler(around, TestSettings.nobodyPulls(around))) {
      assertThat(first.queue(receipt)).isNotDone();
      assertThat(first.complete()).isFalse();
    }
    FakeGateway again = FakeGateway.open(port);
    try (Beskedfordeler second = new Beskedfordeler(around, TestSettings.nobodyPulls(around))) {
      second.queue(receipt).get(15, TimeUnit.SECONDS);
      assertThat(again.receipts()).hasSize(1);
    }
    try (Beskedfordeler third = new Beskedfordeler(around, TestSettings.nobodyPulls(around))) {
      third.queue(receipt).get(15, TimeUnit.SECONDS);
      assertThat(again.receipts()).hasSize(1);
    } finally {
      again.close();
    }
  }

  @Test
  void a_duplicated_receipt_comes_twice_with_one_id() throws Exception {
    FakeGateway gateway = FakeGateway.open(0);
    try (Beskedfordeler beskedfordeler = open(gateway)) {
      beskedfordeler.queue(receipt(2)).get(15, TimeUnit.SECONDS);
      assertThat(gateway.receipts()).hasSize(2);
    } finally {
      gateway.close();
    }
  }

  private Beskedfordeler open(FakeGateway gateway) {
    var around = TestSettings.surroundings(state, gateway.address());
    return new Beskedfordeler(around, TestSettings.nobodyPulls(around));
  }

  static Receipt receipt(int copies) {
    return new Receipt(
        UUID.randomUUID().toString(),
        UUID.randomUUID().toString(),
        UUID.randomUUID().toString(),
        UUID.randomUUID() + "/first",
        "29189641",
        "Digital Post",
        PostStatus.DELIVERED,
        TestSettings.MONDAY,
        Instant.EPOCH,
        "",
        "",
        copies);
  }
}
