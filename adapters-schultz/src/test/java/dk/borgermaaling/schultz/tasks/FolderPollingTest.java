package dk.borgermaaling.schultz.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedRuns;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.schultz.Aarhus;
import dk.borgermaaling.schultz.Tenants;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FolderPollingTest {
  private final Tenants tenants = new Tenants(List.of(Aarhus.TENANT));
  private final Noted runs = new Noted();

  @Test
  void a_look_counts_its_events_and_is_taken_again() {
    assertThat(polling(Optional.of(tenant -> 7)).run("aarhus")).isTrue();
    assertThat(runs.noted).containsExactly("0751 succeeded 7");
  }

  @Test
  void a_look_that_breaks_off_is_told_and_taken_again() {
    FolderPolling.Run broken =
        tenant -> {
          throw new IOException("/srv/secret/6701809995");
        };

    assertThat(polling(Optional.of(broken)).run("aarhus")).isTrue();
    assertThat(runs.noted)
        .containsExactly("0751 A run over the delta files broke off; the log has the cause");
  }

  @Test
  void a_tenant_that_is_gone_and_a_gateway_without_a_folder_look_no_more() {
    assertThat(polling(Optional.of(tenant -> 1)).run("randers")).isFalse();
    assertThat(polling(Optional.empty()).run("aarhus")).isFalse();
    assertThat(polling(Optional.empty()).names()).isEmpty();
    assertThat(polling(Optional.of(tenant -> 1)).names()).containsExactly("aarhus");
    assertThat(runs.noted).isEmpty();
  }

  @Test
  void an_interval_of_nothing_is_refused_at_the_start() {
    assertThatThrownBy(() -> new FolderPolling(Optional.empty(), tenants, runs, Duration.ZERO))
        .hasMessageContaining("gateway.schultz.poll-interval");
  }

  private FolderPolling polling(Optional<FolderPolling.Run> run) {
    return new FolderPolling(run, tenants, runs, Duration.ofMinutes(1));
  }

  private static final class Noted implements FeedRuns {
    private final List<String> noted = new ArrayList<>();

    @Override
    public void succeeded(EventSource source, MunicipalityCode municipality, int events) {
      noted.add(municipality + " succeeded " + events);
    }

    @Override
    public int failed(EventSource source, MunicipalityCode municipality, String reason) {
      noted.add(municipality + " " + reason);
      return 1;
    }

    @Override
    public List<FeedRun> all() {
      throw new UnsupportedOperationException("only the console asks");
    }
  }
}
