/** Tests of response.crypto. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.response.crypto;
