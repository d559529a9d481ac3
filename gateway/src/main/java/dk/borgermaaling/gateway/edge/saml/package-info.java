/**
 * SAML tokens of KOMBIT's token service: what one must say to be believed, and the caller that it
 * describes. Signatures are verified before by whoever got the token (SOAP's policy engine, the
 * REST token endpoint).
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.edge.saml;
