package dk.borgermaaling.kmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.kmd.rest.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitTest {
  private final SettableClock clock = new SettableClock();
  private final Circuit circuit = new Circuit(3, Duration.ofMinutes(15), clock);

  @Test
  void it_opens_after_so_many_failures_in_a_row_and_lets_one_call_through_after_a_while() {
    circuit.failed();
    circuit.failed();
    circuit.succeeded();
    circuit.failed();
    circuit.failed();
    assertThat(circuit.lets()).isTrue();
    circuit.failed();
    assertThat(circuit.lets()).isFalse();

    clock.forward(Duration.ofMinutes(15));
    assertThat(circuit.lets()).isTrue();
    circuit.failed();
    assertThat(circuit.lets()).as("one failure of a half-open circuit").isFalse();
    clock.forward(Duration.ofMinutes(15));
    circuit.succeeded();
    assertThat(circuit.openUntil()).isEmpty();
  }

  @Test
  void failures_are_counted_over_runs_until_another_node_has_said_otherwise() {
    circuit.failed();
    circuit.failed();
    circuit.resume(null);
    circuit.failed();
    assertThat(circuit.lets()).isFalse();

    circuit.resume(null);
    assertThat(circuit.lets()).isTrue();
  }

  @Test
  void a_setting_that_makes_no_sense_is_refused() {
    assertThatThrownBy(() -> new Circuit(0, Duration.ofMinutes(1), clock))
        .hasMessageContaining("gateway.kmd.circuit-failures");
    assertThatThrownBy(() -> new Circuit(1, Duration.ZERO, clock))
        .hasMessageContaining("gateway.kmd.circuit-open");
  }
}
