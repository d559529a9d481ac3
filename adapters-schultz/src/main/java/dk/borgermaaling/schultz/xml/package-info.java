/**
 * The contract {@code fasit/1} as XML: a batch, a file row by row, and what is kept of one event.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.schultz.xml;
