/** Puts the vault together and reads its settings. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.citizen.wiring;
