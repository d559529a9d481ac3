/** The citizen's pages under {@code /s/}: plain forms, no script, no cookie. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.response.web;
