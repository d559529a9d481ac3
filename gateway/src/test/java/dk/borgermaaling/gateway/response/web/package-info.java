/** Tests of the citizen's pages. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.response.web;
