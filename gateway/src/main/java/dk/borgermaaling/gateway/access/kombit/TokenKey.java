package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.kernel.Cvr;

/**
 * What a token is for: on behalf of which authority, at which service, held by which certificate. A
 * token is used for exactly this and nothing else.
 *
 * @param entityId of the service, for example {@code
 *     http://entityid.kombit.dk/service/kombipostafsend/1}; a trailing slash would be another one
 * @param certificateThumbprint SHA-256 in lower-case hexadecimal
 */
public record TokenKey(Cvr authority, String entityId, String certificateThumbprint) {}
