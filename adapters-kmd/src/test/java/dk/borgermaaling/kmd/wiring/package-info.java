/** Tests of this edge. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.kmd.wiring;
