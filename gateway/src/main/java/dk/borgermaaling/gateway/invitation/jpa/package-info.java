/** Invitations as rows of {@code contact.invitation}. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.invitation.jpa;
