package dk.borgermaaling.gateway.edge.replay;

import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;

/** Which messages have been taken in. */
public interface ReplayLog {
  /**
   * Notes the message in the caller's transaction, so that it is forgotten when that rolls back.
   *
   * @param signer the holder-of-key certificate; the message id is unique for it alone
   * @return false when it was noted before
   */
  boolean firstTime(MunicipalityCode municipality, Thumbprint signer, String messageId);
}
