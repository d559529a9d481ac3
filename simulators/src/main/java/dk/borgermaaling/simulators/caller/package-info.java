/**
 * A case system behind the service platform: sends its events by signed SOAP, built on plain CXF
 * and the contract's own policy, so that gateway and caller do not merely agree with themselves.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.caller;
