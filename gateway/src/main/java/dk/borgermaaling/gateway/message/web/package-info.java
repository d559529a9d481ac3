/** The pages on which operators write, check, preview, try and confirm texts of messages. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.message.web;
