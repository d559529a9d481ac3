/**
 * What all pages share: templates rendered to bytes, style sheets and fonts under a versioned
 * address, and the headers that keep a page to itself. No script, cookie or third party is needed
 * by any page (docs/adr/0008).
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.web;
