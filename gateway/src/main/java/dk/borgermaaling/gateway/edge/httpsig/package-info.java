/**
 * HTTP message signatures (RFC 9421) with Content-Digest (RFC 9530), for systems that call over
 * REST and want to prove each message, not the connection alone. A {@link
 * dk.borgermaaling.gateway.edge.httpsig.RequestVerifier} says who signed a request that keeps to
 * the {@link dk.borgermaaling.gateway.edge.httpsig.RequestProfile}; a {@link
 * dk.borgermaaling.gateway.edge.httpsig.ResponseSigner} binds the answer to that signature. Plain
 * Java and the JDK's cryptography; the servlet side is in {@code edge.web}. Whether a message came
 * before is {@link dk.borgermaaling.gateway.edge.replay.ReplayLog}'s to say.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.edge.httpsig;
