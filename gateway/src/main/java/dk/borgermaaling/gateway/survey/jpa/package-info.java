/** Survey data in PostgreSQL, schema {@code ops}. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.survey.jpa;
