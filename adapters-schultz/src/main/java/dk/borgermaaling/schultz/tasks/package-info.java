/**
 * When the tenants' folders are looked into: one task a tenant, on real time, never two at once.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.schultz.tasks;
