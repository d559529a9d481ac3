/** The seal around an answer that waits (Tink, HPKE). */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.response.crypto;
