package dk.borgermaaling.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.liberty.launcher.TestSession;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class HealthIT {
  private final WholeSystem system = TestSession.system();

  @Test
  void the_server_is_ready_when_the_application_is() {
    assertThat(system.https().get(system.gateway().resolve("/health/ready")))
        .contains("\"status\":\"UP\"", "business-clock", "businessAnchor", "fewestDaysLeft");
  }
}
