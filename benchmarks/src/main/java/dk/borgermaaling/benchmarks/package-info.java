/**
 * Side-by-side measurements: what the gateway does beside the least that could do it, in one run on
 * one machine, so that the ratio means something where the absolute figures do not.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.benchmarks;
