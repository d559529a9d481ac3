/**
 * Schultz Fasit into case events. Fasit pushes: one tenant's events as XML over mutual TLS, by our
 * own contract ({@code wsdl/borgermaaling/fasit/1}). Every event has its own receipt; one that
 * cannot be translated is refused by itself and never guessed at.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.schultz;
