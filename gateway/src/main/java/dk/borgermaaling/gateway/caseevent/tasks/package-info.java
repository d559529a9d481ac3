/** The task that processes a stored event. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.caseevent.tasks;
