package dk.borgermaaling.gateway.edge.httpsig;

import dk.borgermaaling.gateway.edge.Thumbprint;
import java.time.Instant;

/**
 * A request whose signature has held. It may still be a repeated one: whoever takes it in notes
 * {@link #replayId} for the signer in the replay log, in the transaction that the request causes.
 *
 * @param signer certificate of the caller, whose key signed
 * @param label of the signature, to bind the answer to
 * @param nonce unique for the signer until {@code expires}
 * @param expires when the signature ceases to hold; nobody need remember the nonce from then on
 */
public record VerifiedRequest(
    RequestView request,
    Thumbprint signer,
    String label,
    String nonce,
    Instant created,
    Instant expires) {
  /** The message id for the replay log; no id of a SOAP message looks like it. */
  public String replayId() {
    return "rfc9421-nonce:" + nonce;
  }
}
