package dk.borgermaaling.gateway.tables;

import java.util.List;

/** Asks every {@link ChangePreview} that a table concerns. */
public final class ChangeForecast {
  private final List<ChangePreview> previews;

  public ChangeForecast(List<ChangePreview> previews) {
    this.previews = List.copyOf(previews);
  }

  Previews of(TableContent now, Outcome outcome) {
    if (!outcome.problems().isEmpty()) {
      return Previews.NONE;
    }
    ChangePreview.Question question =
        new ChangePreview.Question(now, outcome.content(), outcome.broughtForward());
    return new Previews(
        outcome.broughtForward(),
        previews.stream()
            .filter(preview -> preview.concerns(now.table()))
            .map(preview -> new Previews.Part(preview.heading(), preview.of(question)))
            .toList());
  }
}
