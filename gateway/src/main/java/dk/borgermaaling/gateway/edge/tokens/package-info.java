/**
 * OIO IDWS REST 1.0: a SAML token is exchanged for an access token of ours, which its holder shows
 * with each request over mutual TLS.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.edge.tokens;
