/** When Momentum is polled: one task a municipality, on real time, never two of one at once. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.kmd.tasks;
