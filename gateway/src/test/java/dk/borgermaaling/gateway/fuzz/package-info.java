/** What the fuzz targets share. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.fuzz;
