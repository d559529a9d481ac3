/** Puts the console together. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.console.wiring;
