/**
 * What is asked and of whom: survey groups (data, not an enum), the mapping of target groups to
 * them by date, and the questionnaire (spørgeskema) in versions, with its themes.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.survey;
