package dk.borgermaaling.liberty.launcher;

import dk.borgermaaling.simulators.certificates.CertificateMaker;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes what must be secret, once: certificates of all parties and the gateway's data keys. */
final class Secrets {
  private Secrets() {}

  static void writeMissing(StateFolder state) {
    try {
      CertificateMaker.writeMissing(state.certificates());

    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
