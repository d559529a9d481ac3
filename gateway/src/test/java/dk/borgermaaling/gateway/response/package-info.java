/** Tests of the citizen's side. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.response;
