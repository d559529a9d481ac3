/** When results are counted. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.reporting.tasks;
