/** What selection does by itself from time to time. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.selection.tasks;
