/** What the tests of the simulators share. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.support;
