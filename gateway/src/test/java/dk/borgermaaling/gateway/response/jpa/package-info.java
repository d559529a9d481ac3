/** Tests of response.jpa. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.response.jpa;
