@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.message;
