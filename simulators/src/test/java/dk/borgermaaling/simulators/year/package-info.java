@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.year;
