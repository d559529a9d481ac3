/**
 * Case events over REST: CloudEvents 1.0 in structured JSON, one or a batch, to the feature's own
 * events; what became of each; withdrawals.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.caseevent.rest;
