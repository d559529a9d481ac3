/**
 * Serviceplatformen's SF1601: PostForespoerg and KombiPostAfsend over REST. A message is accepted
 * without being looked at closely; whether it is valid, and what became of it, comes later as
 * receipts. Switches make it misbehave in the ways that are known from the real one.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.digitalpost;
