/** Puts reporting together from its settings. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.reporting.wiring;
