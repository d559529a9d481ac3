/** Puts the upload of lists together and reads its settings. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.caselist.wiring;
