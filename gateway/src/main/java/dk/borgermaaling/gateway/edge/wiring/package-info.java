/** Settings of the edge, read once and checked. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.edge.wiring;
