/** The REST service of case events. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.caseevent.rest.wiring;
