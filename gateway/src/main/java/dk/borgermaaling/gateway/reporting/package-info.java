/**
 * What citizens answered, as numbers of groups of people, never of persons: cells of municipality,
 * survey group and theme, the response rate, and the suppression that every output goes through
 * (diskretionering). The formulas are in {@code docs/reporting.md}.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.reporting;
