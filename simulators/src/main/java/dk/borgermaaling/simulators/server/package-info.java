/**
 * The one HTTPS port of the simulators. It asks every client for a certificate and demands none;
 * each route decides for itself.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.server;
