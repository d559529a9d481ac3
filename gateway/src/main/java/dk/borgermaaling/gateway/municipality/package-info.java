/**
 * The municipalities (kommuner): who they are, which of them have agreed to take part
 * (serviceaftale), which case system they run, and the settings that differ between them.
 * Effective-dated.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.municipality;
