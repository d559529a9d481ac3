@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.beskedfordeler.pull;
