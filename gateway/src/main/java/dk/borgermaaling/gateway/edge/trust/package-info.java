/**
 * Whom the signed edge trusts, now and while it changes: the token services (STS) whose tokens
 * count, the gateway's own key, and which certificates their issuers have revoked. Everything is
 * read in the background, from files and addresses that an operator has named; a message is judged
 * by what is in memory. Facts: OIO IDWS SOAP 1.1 and KOMBIT's token service; RFC 5280 and RFC 6960.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.edge.trust;
