/**
 * Signed SOAP (OIO IDWS SOAP 1.1): what is checked before a service sees a message, and the faults.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.edge.soap;
