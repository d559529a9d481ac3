/** The adapter of Momentum against the simulated Momentum, in one process and without a server. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.liberty.momentum;
