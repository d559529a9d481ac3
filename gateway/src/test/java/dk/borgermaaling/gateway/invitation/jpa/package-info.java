/** Tests of plans on a real database. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.invitation.jpa;
