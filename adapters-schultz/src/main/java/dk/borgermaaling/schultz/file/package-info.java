/**
 * Delta files of Fasit's tenants: found in a drop folder, checked as a whole, and taken row by row,
 * in plain Java. A file is taken once; what is wrong with a row is told of that row and stops no
 * other.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.schultz.file;
