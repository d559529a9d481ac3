/** Tests of survey.jpa. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.survey.jpa;
