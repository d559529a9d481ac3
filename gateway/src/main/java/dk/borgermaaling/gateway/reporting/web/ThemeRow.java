package dk.borgermaaling.gateway.reporting.web;

import java.util.OptionalDouble;

/** A theme in the table: the municipality, the nation, and how far they are apart. */
public record ThemeRow(String id, String name, CellView own, CellView nation) {

  /**
   * Points of the index that the municipality lies above the nation, of the two numbers as they are
   * shown, so that a reader who subtracts gets the same; empty unless both are shown.
   */
  public OptionalDouble distance() {
    return own.isShown() && nation.isShown()
        ? OptionalDouble.of(
            DanishFigures.shown(own.value().getAsDouble())
                - DanishFigures.shown(nation.value().getAsDouble()))
        : OptionalDouble.empty();
  }

  public String difference() {
    return distance().isPresent()
        ? DanishFigures.difference(distance().getAsDouble())
        : DanishFigures.NONE;
  }
}
