/** Puts the adapter together: settings, connections, trusted certificates, tasks. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.kmd.wiring;
