/** Puts the access to other systems together from the settings. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.access.wiring;
