package dk.borgermaaling.kmd;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdsTest {
  private static final MunicipalityCode ODENSE = new MunicipalityCode("0461");

  @Test
  void the_same_difference_has_the_same_id_for_ever() {
    assertThat(EventIds.of(EventSource.MOMENTUM, ODENSE, "a", 1))
        .isEqualTo(UUID.fromString("57858baa-e74f-5867-820a-082092b7d8fb"));
  }

  @Test
  void another_municipality_entity_or_version_is_another_event() {
    assertThat(
            Set.of(
                EventIds.of(EventSource.MOMENTUM, ODENSE, "a", 1),
                EventIds.of(EventSource.MOMENTUM, ODENSE, "a", 2),
                EventIds.of(EventSource.MOMENTUM, ODENSE, "b", 1),
                EventIds.of(EventSource.MOMENTUM, new MunicipalityCode("0185"), "a", 1)))
        .hasSize(4);
  }
}
