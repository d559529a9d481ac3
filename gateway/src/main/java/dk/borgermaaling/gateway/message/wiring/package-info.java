/** Puts the texts of messages together. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.message.wiring;
