/**
 * The adapter against the simulated Fasit with every fault that it has: over real TLS, on a real
 * database, without a server.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.schultz.simulated;
