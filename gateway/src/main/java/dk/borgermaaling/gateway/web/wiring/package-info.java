/** Puts the parts of the pages together. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.web.wiring;
