package dk.borgermaaling.gateway.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitTest {
  private final SettableRealClock clock = new SettableRealClock("2026-11-22T21:00:00Z");
  private final Circuit circuit =
      new Circuit("gateway.kmd.circuit", 3, Duration.ofMinutes(15), clock);

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

    clock.advance(Duration.ofMinutes(15));
    assertThat(circuit.lets()).isTrue();
    circuit.failed();
    assertThat(circuit.lets()).as("one failure of a half-open circuit").isFalse();
    clock.advance(Duration.ofMinutes(15));
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
  void of_many_callers_one_is_let_through_a_half_open_circuit() {
    circuit.failed();
    circuit.failed();
    circuit.failed();
    assertThat(circuit.admits()).isFalse();
    assertThat(circuit.shutUntil()).contains(clock.instant().plus(Duration.ofMinutes(15)));
    clock.advance(Duration.ofMinutes(15));
    assertThat(circuit.shutUntil()).isEmpty();
    assertThat(circuit.admits()).as("the probe").isTrue();
    assertThat(circuit.admits()).as("another beside it").isFalse();
    assertThat(circuit.shutUntil()).contains(clock.instant().plus(Duration.ofMinutes(15)));
    circuit.succeeded();
    assertThat(circuit.admits()).isTrue();
    assertThat(circuit.admits()).isTrue();
  }

  @Test
  void a_probe_that_never_tells_how_it_went_gives_its_place_to_another() {
    circuit.failed();
    circuit.failed();
    circuit.failed();
    clock.advance(Duration.ofMinutes(15));
    assertThat(circuit.admits()).isTrue();
    clock.advance(Duration.ofMinutes(15));
    assertThat(circuit.admits()).isTrue();
    circuit.failed();
    assertThat(circuit.admits()).isFalse();
  }

  @Test
  void a_setting_that_makes_no_sense_is_refused() {
    assertThatThrownBy(() -> new Circuit("gateway.kmd.circuit", 0, Duration.ofMinutes(1), clock))
        .hasMessageContaining("gateway.kmd.circuit-failures");
    assertThatThrownBy(() -> new Circuit("gateway.kmd.circuit", 1, Duration.ZERO, clock))
        .hasMessageContaining("gateway.kmd.circuit-open");
  }
}
