package dk.borgermaaling.simulators.sts;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * What is asked for, whichever way it came.
 *
 * @param caller the certificate whose key the caller has proved to hold
 * @param cvr the municipality on whose behalf the caller acts (anvenderkontekst)
 * @param onBehalfOf thumbprint of the system that the caller acts for, lower-case hexadecimal;
 *     empty when it acts for itself
 */
public record TokenRequest(
    X509Certificate caller, String entityId, String cvr, Optional<String> onBehalfOf) {}
