/**
 * The invitation of one citizen to one questionnaire: its plan (first message, reminder, closing),
 * its link, and whether it has been answered, which only the sending code may know.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.invitation;
