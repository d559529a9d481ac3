package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.Caller;

/**
 * A message whose signature, token and times have held.
 *
 * @param caller who sent it
 * @param id wsa:MessageID, unique for the caller's certificate
 */
public record VerifiedMessage(Caller caller, String id) {}
