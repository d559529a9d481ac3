/** The citizen's pages, {@code /s/} and {@code /kode}: plain forms, no script, no cookie. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.response.web;
