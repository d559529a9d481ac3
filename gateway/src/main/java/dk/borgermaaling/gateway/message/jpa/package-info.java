/** Texts, contacts and tests in {@code ops}. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.message.jpa;
