/** Tests that kill the server's JVM; they run by themselves, with a server of their own. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.liberty.kill;
