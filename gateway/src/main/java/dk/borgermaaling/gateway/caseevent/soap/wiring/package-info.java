/** Puts the signed SOAP service together. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.caseevent.soap.wiring;
