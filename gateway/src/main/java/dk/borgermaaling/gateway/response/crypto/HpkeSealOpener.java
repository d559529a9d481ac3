package dk.borgermaaling.gateway.response.crypto;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.RegistryConfiguration;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.response.Answer;
import dk.borgermaaling.gateway.response.SealOpener;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Opens with the private key set; made for the batch and nobody else. */
public final class HpkeSealOpener implements SealOpener {
  private final HybridDecrypt decrypt;

  private HpkeSealOpener(HybridDecrypt decrypt) {
    this.decrypt = decrypt;
  }

  public static HpkeSealOpener with(Path privateKeys) throws IOException {
    try {
      return new HpkeSealOpener(
          SealKeys.readPrivate(privateKeys)
              .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class));
    } catch (GeneralSecurityException e) {
      throw new IOException("not a private key set for the seal: " + privateKeys.getFileName(), e);
    }
  }

  @Override
  public Optional<Answer> open(byte[] sealed) {
    try {
      return Optional.of(AnswerBytes.read(decrypt.decrypt(sealed, HpkeSeal.CONTEXT)));
    } catch (GeneralSecurityException
        | IOException
        | ProblemException
        | IllegalArgumentException e) {
      // No log of what is wrong with it: the row is set aside and counted, and kept as it came.
      return Optional.empty();
    }
  }
}
