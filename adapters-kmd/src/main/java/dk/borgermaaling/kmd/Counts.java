package dk.borgermaaling.kmd;

import java.util.SortedMap;

/**
 * What a dry run has found, how many of each.
 *
 * @param events by the name of the happening
 * @param letters by reason
 */
public record Counts(SortedMap<String, Integer> events, SortedMap<String, Integer> letters) {}
