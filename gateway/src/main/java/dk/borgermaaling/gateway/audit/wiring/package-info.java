/** Where notes are kept. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.audit.wiring;
