/**
 * The kernel's rows in {@code ops} and how SQL is run: Jdbi on a data source whose transactions are
 * somebody else's.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.kernel.jpa;
