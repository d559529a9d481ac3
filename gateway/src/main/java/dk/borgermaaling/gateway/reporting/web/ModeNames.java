package dk.borgermaaling.gateway.reporting.web;

import dk.borgermaaling.gateway.selection.SamplingMode;

/** What the modes of asking are called on pages. */
public final class ModeNames {
  private ModeNames() {}

  /** For example {@code Løbende måling}. */
  public static String of(SamplingMode mode) {
    return switch (mode) {
      case CONTINUOUS -> "Løbende måling";
      case ROUND -> "Målerunder";
    };
  }
}
