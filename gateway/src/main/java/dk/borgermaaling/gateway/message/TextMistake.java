package dk.borgermaaling.gateway.message;

/**
 * Something in a text that cannot be read.
 *
 * @param line from 1
 * @param column from 1
 * @param text a Danish sentence that says what to do
 */
public record TextMistake(FindingKind kind, int line, int column, String text) {}
