/**
 * What operations staff see of the road: how much stands where, what failed and what to do about
 * it. Citizens are shown by our own id, never by number or name. Of reminders there is only how
 * many were planned in a municipality: whether one leaves, fails or is not needed tells who has
 * answered, and the number would say so to somebody who looks before and after.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.console;
