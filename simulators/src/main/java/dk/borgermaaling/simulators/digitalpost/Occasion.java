package dk.borgermaaling.simulators.digitalpost;

/**
 * What a switch may apply to: one call about one message.
 *
 * @param recipient CPR or CVR number, empty when the call has none
 * @param message the sender's own id of the message, which a repeated run has again, or its UUID
 *     when it has no id
 * @param attempt 1 for the first call about this message
 */
record Occasion(String recipient, String message, int attempt) {}
