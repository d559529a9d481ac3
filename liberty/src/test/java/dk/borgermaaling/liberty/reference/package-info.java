/**
 * What the gateway must arrive at, worked out from the made-up world by other code than the
 * gateway's: no class of it is used here, and no recorded output.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.liberty.reference;
