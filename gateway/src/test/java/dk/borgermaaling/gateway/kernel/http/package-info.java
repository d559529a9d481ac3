/** Tests of calls to other systems. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.kernel.http;
