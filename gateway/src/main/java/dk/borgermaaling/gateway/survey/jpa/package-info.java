/** Survey groups, mappings, triggers and questionnaires as rows of {@code ops}. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.survey.jpa;
