/** The tokens in the links. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.invitation.crypto;
