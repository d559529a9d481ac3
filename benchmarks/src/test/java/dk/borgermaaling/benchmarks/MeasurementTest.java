package dk.borgermaaling.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  @Test
  void percentiles_are_of_the_nearest_rank() {
    Measurement hundred = of(LongStream.rangeClosed(1, 100));

    assertThat(hundred.millis(0.5)).isEqualTo(50);
    assertThat(hundred.millis(0.99)).isEqualTo(99);
    assertThat(hundred.millis(1)).isEqualTo(100);
    assertThat(of(LongStream.of(7)).millis(0.99)).isEqualTo(7);
  }

  @Test
  void all_rounds_together_are_the_messages_over_the_time() {
    Measurement all =
        Measurement.all(
            List.of(of(LongStream.rangeClosed(1, 30)), of(LongStream.rangeClosed(20, 29))));

    assertThat(all.messages()).isEqualTo(40);
    assertThat(all.perSecond()).isEqualTo(10);
    assertThat(all.cpuMillis()).isEqualTo(50);
    assertThat(all.databaseMillis()).isEqualTo(5);
    assertThat(all.nanos()).isSorted();
  }

  private static Measurement of(LongStream millis) {
    return new Measurement(
        Duration.ofSeconds(2),
        Duration.ofSeconds(1),
        Duration.ofMillis(100),
        millis.map(m -> m * 1_000_000).toArray());
  }
}
