package dk.borgermaaling.liberty.launcher;

import dk.borgermaaling.gateway.citizen.crypto.KeyMaker;
import dk.borgermaaling.gateway.response.crypto.SealKeys;
import dk.borgermaaling.simulators.certificates.CertificateMaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;

/** Makes what must be secret, once: certificates of all parties and the gateway's data keys. */
final class Secrets {
  private Secrets() {}

  static void writeMissing(StateFolder state) {
    try {
      CertificateMaker.writeMissing(state.certificates());
      KeyMaker.writeMissing(state.keys());
      SealKeys.writeMissing(state.keys());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the keys could not be made", e);
    }
  }
}
