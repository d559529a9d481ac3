package dk.borgermaaling.simulators.sts;

import java.security.cert.X509Certificate;

/**
 * What is asked for, whichever way it came.
 *
 * @param caller the certificate whose key the caller has proved to hold
 * @param cvr the municipality on whose behalf the caller acts (anvenderkontekst)
 */
public record TokenRequest(X509Certificate caller, String entityId, String cvr) {}
