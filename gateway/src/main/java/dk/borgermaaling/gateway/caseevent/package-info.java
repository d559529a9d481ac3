/**
 * Case events: what has happened to a citizen's case in Momentum, Fasit or another system. An event
 * is stored once, in the transaction that also enqueues its processing; the way in (SOAP, push,
 * polling) makes no difference after that.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.caseevent;
