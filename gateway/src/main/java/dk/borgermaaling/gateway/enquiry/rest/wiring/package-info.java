/** Puts the REST service together. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.enquiry.rest.wiring;
