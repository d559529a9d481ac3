/**
 * The physical letter (fysisk brev, fjernprint): whether a municipality sends letters and for how
 * much a month, where a citizen lives on the day of the step, and the letter itself as a PDF.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.letter;
