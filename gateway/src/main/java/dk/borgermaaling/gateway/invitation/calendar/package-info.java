/** Danish working days and hours. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.invitation.calendar;
