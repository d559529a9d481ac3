/** Puts the survey together from its settings. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.survey.wiring;
