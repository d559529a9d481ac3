package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.caseevent.FeedControl.Feed;
import dk.borgermaaling.gateway.caseevent.FeedRuns.FeedRun;
import dk.borgermaaling.gateway.console.FeedDesk.Polled;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source of a municipality in the list.
 *
 * @param controlled whether an adapter polls it, so that something can be ordered; of what comes by
 *     itself or in files, when everything was looked at, the next time and the circuit are empty
 */
public record FeedRow(
    String source,
    String code,
    String sourceName,
    String place,
    String succeeded,
    String lookedAtAll,
    String next,
    String failures,
    String reason,
    String circuit,
    boolean controlled) {
  private static final String NEVER = "aldrig";

  static FeedRow of(Polled polled, String place, Instant now) {
    Feed feed = polled.feed();
    FeedRun run = polled.run();
    int failures = run == null ? 0 : run.failuresInARow();
    String reason = run == null || failures == 0 ? null : run.lastFailure();
    return new FeedRow(
        polled.source().name(),
        polled.municipality().value(),
        Words.source(polled.source().name()),
        place,
        time(run == null ? null : run.lastSucceeded(), NEVER),
        feed == null ? "" : time(feed.allLookedAt(), NEVER),
        feed == null ? "" : time(feed.nextRun(), "ikke planlagt"),
        DanishFigures.count(failures),
        reason == null ? "" : reason,
        feed == null ? "" : circuit(feed.circuitOpenUntil(), now),
        feed != null);
  }

  private static String time(@Nullable Instant instant, String otherwise) {
    return instant == null ? otherwise : DanishFigures.time(instant);
  }

  private static String circuit(@Nullable Instant openUntil, Instant now) {
    if (openUntil == null) {
      return "Lukket: systemet spørges";
    }
    return openUntil.isAfter(now)
        ? "Åbent: systemet spørges ikke før " + DanishFigures.time(openUntil)
        : "Halvåbent: næste kald afgør det";
  }
}
