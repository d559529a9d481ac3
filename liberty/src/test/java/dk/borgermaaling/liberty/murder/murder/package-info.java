/** Nodes and everything around them die at random moments, and no letter is sent twice or lost. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.liberty.murder;
