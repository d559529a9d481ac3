/** Municipalities and service agreements as rows of {@code ops}. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.municipality.jpa;
