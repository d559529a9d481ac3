/** Accounts and sessions as rows of {@code ops.account} and {@code ops.staff_session}. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.access.jpa;
