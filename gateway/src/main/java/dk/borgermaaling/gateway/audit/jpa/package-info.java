/** The notes as rows of {@code ops.audit}. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.audit.jpa;
