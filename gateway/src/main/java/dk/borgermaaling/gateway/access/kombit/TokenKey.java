package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.kernel.Cvr;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * What a token is for: held by which certificate, on behalf of which authority (anvenderkontekst),
 * at which service, and for which other system, if any. A token is used for exactly this and
 * nothing else.
 *
 * @param entityId of the service, for example {@code
 *     http://entityid.kombit.dk/service/kombipostafsend/1}; a trailing slash would be another one
 * @param onBehalfOf certificate of the system (anvendersystem) that we act for; KOMBIT must have
 *     granted that
 */
public record TokenKey(
    TokenHolder holder, Cvr authority, String entityId, Optional<X509Certificate> onBehalfOf) {}
