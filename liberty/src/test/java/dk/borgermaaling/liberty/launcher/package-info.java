/**
 * Starts the whole system on one machine: certificates and secrets, PostgreSQL, the simulators and
 * Open Liberty with the gateway. {@code mvn -Prun} uses it to play the demonstration, the tests use
 * its parts.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.liberty.launcher;
