/** The page that the link of a test leads to. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.notification.web;
