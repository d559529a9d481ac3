/** Tests of this edge. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.schultz.tasks;
