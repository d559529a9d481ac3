/**
 * What goes over the wire, as those outside see it: signatures in the eyes of other libraries,
 * messages by the official schemas, bad input, and everything sent twice.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.liberty.wire;
