/** Problems over REST and the one Jakarta REST application. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.edge.rest;
