/**
 * The values that every feature speaks in, problems that a caller can act on, and the two clocks.
 * Plain Java.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.kernel;
