/** Tests of the adapter with list-backed ports. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.schultz;
