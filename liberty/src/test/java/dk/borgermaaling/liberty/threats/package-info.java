/** Holds {@code docs/threats.yaml} against the tests and the settings that there are. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.liberty.threats;
