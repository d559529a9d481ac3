/**
 * XML of strangers: read within limits, searched so that nothing doubled or absent passes, and the
 * algorithms that a signature in it may use.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.edge.xml;
