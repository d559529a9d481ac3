package dk.borgermaaling.gateway.reporting.web;

import java.util.OptionalDouble;

/**
 * One line of a {@link BarChart}.
 *
 * @param own 0 to 100, the municipality's bar; empty when it is not shown
 * @param nation 0 to 100, the nation's mark; empty when it is not shown
 * @param ownText the number as printed, or a dash
 * @param nationText the number as printed, or a dash
 */
public record Bar(
    String label, OptionalDouble own, OptionalDouble nation, String ownText, String nationText) {}
