/**
 * Schultz Fasit of one tenant: tells its events as XML over mutual TLS, in our contract {@code
 * fasit/1}, since Fasit's own is not public.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.fasit;
