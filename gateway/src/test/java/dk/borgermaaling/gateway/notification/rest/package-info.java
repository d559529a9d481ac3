@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.notification.rest;
