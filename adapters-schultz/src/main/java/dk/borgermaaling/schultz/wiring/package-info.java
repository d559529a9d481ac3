/** Puts the adapter together: tenants, their tables of target groups, the way in. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.schultz.wiring;
