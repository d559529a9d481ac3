/** Tests of delta files on a real folder and a real database. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.schultz.file;
