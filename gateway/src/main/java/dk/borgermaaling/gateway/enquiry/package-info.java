/**
 * What the callers of the service platform may ask and tell about surveys: how far the invitation
 * is that a case event led to, that a citizen is not to be asked, and the figures of their own
 * municipality. None of it tells whether somebody has answered (docs/adr/0014).
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.enquiry;
