/** Agreements and budgets in {@code ops}. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.letter.jpa;
