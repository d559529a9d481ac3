/**
 * The made-up people and the seeded story of what happens to them; what everything else here plays
 * out.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.world;
