/**
 * Decides for each event: invite the citizen, or a named reason why not. The same events in the
 * same order give the same decisions; each is stored with the facts that it was made of.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.selection;
