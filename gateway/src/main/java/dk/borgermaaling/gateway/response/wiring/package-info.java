/** Puts the citizen's side together from its settings. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.response.wiring;
