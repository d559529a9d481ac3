/** Puts the notification feature together from the settings. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.notification.wiring;
