/**
 * The citizen's answer: drafted page by page in the browser, sealed when it is sent in, and written
 * shuffled by a later batch with nothing that leads back to a person (docs/adr/0007). Serves the
 * promise on the first page: nobody can see who answered what.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.response;
