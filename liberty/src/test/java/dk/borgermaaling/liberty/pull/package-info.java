/**
 * Pulling from Beskedfordeler, against the simulated one: a real broker, a real STS, PostgreSQL.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.liberty.pull;
