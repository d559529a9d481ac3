/**
 * Who may call REST and how each proves it: the ways in, the configured callers, and the one filter
 * that lets a request through with a {@link dk.borgermaaling.gateway.edge.Caller} or not at all.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.edge.callers;
