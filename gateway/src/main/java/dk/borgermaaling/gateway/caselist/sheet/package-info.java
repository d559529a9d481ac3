/**
 * Spreadsheets and separated text of strangers: what they are is found out from their content, and
 * no part of them is held in memory or followed further than a list needs.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.caselist.sheet;
