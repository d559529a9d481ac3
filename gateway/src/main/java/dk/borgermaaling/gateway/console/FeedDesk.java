package dk.borgermaaling.gateway.console;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedControl;
import dk.borgermaaling.gateway.caseevent.FeedControl.Feed;
import dk.borgermaaling.gateway.caseevent.FeedRuns;
import dk.borgermaaling.gateway.caseevent.FeedRuns.FeedRun;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sources that are polled, how they do, and what can be done about them. */
public final class FeedDesk {
  private final List<FeedControl> controls;
  private final FeedRuns runs;

  /**
   * @param controls of the adapters in this build; may be none
   */
  public FeedDesk(List<FeedControl> controls, FeedRuns runs) {
    this.controls = List.copyOf(controls);
    this.runs = runs;
  }

  /**
   * One source of one municipality.
   *
   * @param run absent before its first run has ended
   * @param feed absent when no adapter polls it any more
   */
  public record Polled(
      EventSource source,
      MunicipalityCode municipality,
      @Nullable FeedRun run,
      @Nullable Feed feed) {}

  /** All that are polled or were, by source and municipality. */
  public List<Polled> all() {
    List<FeedRun> ended = runs.all();
    List<Polled> all = new ArrayList<>();
    for (FeedControl control : controls) {
      for (Feed feed : control.feeds()) {
        FeedRun run =
            ended.stream()
                .filter(candidate -> is(candidate, control.source(), feed.municipality()))
                .findFirst()
                .orElse(null);
        all.add(new Polled(control.source(), feed.municipality(), run, feed));
      }
    }
    ended.stream()
        .filter(run -> all.stream().noneMatch(p -> is(run, p.source(), p.municipality())))
        .forEach(run -> all.add(new Polled(run.source(), run.municipality(), run, null)));
    all.sort(
        Comparator.comparing(Polled::source)
            .thenComparing(polled -> polled.municipality().value()));
    return List.copyOf(all);
  }

  private static boolean is(FeedRun run, EventSource source, MunicipalityCode municipality) {
    return run.source() == source && run.municipality().equals(municipality);
  }

  /** What polls the source, by the source's name. */
  public Optional<FeedControl> control(String source) {
    return controls.stream().filter(control -> control.source().name().equals(source)).findFirst();
  }
}
