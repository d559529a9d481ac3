package dk.borgermaaling.gateway.reporting.web;

import java.util.List;

/**
 * A survey group in the tables.
 *
 * @param themes the municipality's cell for each theme, in the order of the themes
 */
public record GroupRow(
    String id,
    String name,
    TurnoutView own,
    TurnoutView nation,
    CellView allThemes,
    List<CellView> themes) {}
