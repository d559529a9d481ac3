@org.jspecify.annotations.NullMarked
package dk.borgermaaling.benchmarks;
