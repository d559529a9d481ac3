/**
 * Access tokens of KOMBIT's token service as JWT (RFC 7519, RFC 9068 in spirit), bound to a
 * certificate (RFC 8705).
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.edge.jwt;
