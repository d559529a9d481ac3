/** The tasks of notification on db-scheduler: send a step, match a receipt. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.notification.tasks;
