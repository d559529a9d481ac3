/**
 * How the gateway calls services of Serviceplatformen: mutual TLS with its function certificate
 * (funktionscertifikat), a SAML 2.0 holder-of-key assertion from KOMBIT's STS, and the access token
 * that it is exchanged for. A token belongs to one municipality and is never used for another.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.access.kombit;
