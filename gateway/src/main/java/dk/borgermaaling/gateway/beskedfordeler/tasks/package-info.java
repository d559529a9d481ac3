/** The task that understands a stored message. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.beskedfordeler.tasks;
