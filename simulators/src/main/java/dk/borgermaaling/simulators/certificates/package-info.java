/**
 * Made-up certificates of the demonstration and the tests: one root, one key store for each party,
 * a random password in a file beside it.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.certificates;
