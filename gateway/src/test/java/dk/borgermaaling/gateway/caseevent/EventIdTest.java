package dk.borgermaaling.gateway.caseevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdTest {
  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

  @Test
  void its_text_leads_with_the_municipality_and_is_read_back() {
    EventId id = new EventId(new MunicipalityCode("0461"), ID);
    assertThat(id.text()).isEqualTo("0461:00000000-0000-4000-8000-000000000001");
    assertThat(EventId.parse(id.text())).isEqualTo(id);
  }

  @Test
  void an_id_without_its_municipality_is_none() {
    assertThatThrownBy(() -> EventId.parse(ID.toString()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
