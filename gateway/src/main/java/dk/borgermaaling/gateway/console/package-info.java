/**
 * What operations staff see of the road: how much stands where, what failed and what to do about
 * it. Citizens are shown by our own id, never by number or name. Of reminders there are counts of a
 * municipality only, because a reminder, or its absence, tells who has answered.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.console;
