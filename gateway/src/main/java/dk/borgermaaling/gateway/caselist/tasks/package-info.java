/** The tasks of lists: one registers a confirmed list, one forgets what nobody confirmed. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.caselist.tasks;
