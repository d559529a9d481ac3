/** Puts the SOAP service together. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.enquiry.soap.wiring;
