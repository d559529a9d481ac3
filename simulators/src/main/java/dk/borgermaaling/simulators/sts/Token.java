package dk.borgermaaling.simulators.sts;

import java.time.Instant;

/**
 * An issued assertion.
 *
 * @param id without {@code #}
 * @param xml the signed assertion, without XML declaration
 */
public record Token(String id, String xml, Instant issuedAt, Instant notOnOrAfter) {}
