/** Writes the letter as PDF/A. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.letter.export;
