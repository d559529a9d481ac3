/** Puts the feature together. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.beskedfordeler.wiring;
