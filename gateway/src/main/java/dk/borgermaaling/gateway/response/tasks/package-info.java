/** The batch that opens the buffer. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.response.tasks;
