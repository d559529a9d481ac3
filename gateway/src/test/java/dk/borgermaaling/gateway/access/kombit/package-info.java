@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.access.kombit;
