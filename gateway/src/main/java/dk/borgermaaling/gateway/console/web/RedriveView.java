package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.caseevent.RedriveRuns;
import dk.borgermaaling.gateway.caseevent.RedriveRuns.Run;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import java.time.Instant;
import java.util.Map;

/** A run that drove letters again, and what came of it. */
public record RedriveView(
    String askedAt,
    String asker,
    String which,
    String state,
    String stored,
    String duplicates,
    String stillUnknown,
    String failed) {
  private static final Map<String, String> ASKERS =
      Map.of(
          RedriveRuns.EVERY_NIGHT, "Hver nat", RedriveRuns.AFTER_A_CHANGE, "En tabel blev rettet");

  static RedriveView of(Run run, Places places) {
    Instant ended = run.endedAt();
    var selection = run.selection();
    var municipality = selection.municipality();
    String reason = selection.reason();
    var source = selection.source();
    return new RedriveView(
        DanishFigures.time(run.askedAt()),
        ASKERS.getOrDefault(run.asker(), run.asker()),
        String.join(
            ", ",
            reason == null ? "alle grunde" : DeadLetterReason.of(reason).name(),
            municipality == null ? "alle kommuner" : places.name(municipality.value()),
            source == null ? "alle fagsystemer" : Words.source(source.name())),
        ended == null ? "Venter eller er i gang" : "Færdig " + DanishFigures.time(ended),
        DanishFigures.count(run.tally().stored()),
        DanishFigures.count(run.tally().duplicates()),
        DanishFigures.count(run.tally().stillUnknown() + run.tally().withoutContent()),
        DanishFigures.count(run.tally().failed()));
  }
}
