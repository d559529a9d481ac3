/** How passwords are hashed. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.access.crypto;
