/**
 * A year of case events of all 98 municipalities, made from a seed and told in the order in which
 * the case systems would tell them; for measuring and for long tests. Few of its shares have a
 * source, see {@code simulators/README.md}.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.year;
