/**
 * Black-box tests against the server that the build has made: over HTTP and TLS, as the world
 * outside meets it.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.liberty;
