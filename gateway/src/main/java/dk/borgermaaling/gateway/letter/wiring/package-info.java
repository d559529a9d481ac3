/** Puts the feature together and reads its settings. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.letter.wiring;
