/** Survey groups, mappings and triggers as rows of {@code ops}. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.survey.jpa;
