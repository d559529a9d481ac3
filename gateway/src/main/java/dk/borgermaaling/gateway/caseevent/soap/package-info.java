/**
 * Case events by signed SOAP: the contract {@code case-event/1} to the feature's own events, and a
 * receipt for each.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.caseevent.soap;
