/**
 * A signed message counts once: a row in the database, so that a restart or a second node does not
 * forget it.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.edge.replay;
