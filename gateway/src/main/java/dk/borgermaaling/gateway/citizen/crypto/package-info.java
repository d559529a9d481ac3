/** Keys and ciphers of the vault (Tink). */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.citizen.crypto;
