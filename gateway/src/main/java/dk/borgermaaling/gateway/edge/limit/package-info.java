/**
 * How often another system may call: a token bucket for each caller, and a smaller one for what is
 * refused before anybody has proved a key, so that nobody makes the gateway verify signatures all
 * day. Each node counts for itself: behind two nodes a caller has at most twice the rate, and a
 * bucket is full again after a restart. The limits keep a node alive; they are no quota that has to
 * be exact, and no answer waits for a database because of them.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.edge.limit;
