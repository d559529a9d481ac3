/** Reads the settings of trust and looks for changes again and again. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.edge.trust.wiring;
