package dk.borgermaaling.gateway.response.crypto;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.RegistryConfiguration;
import dk.borgermaaling.gateway.response.Answer;
import dk.borgermaaling.gateway.response.Seal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Closes with the public key set alone. */
public final class HpkeSeal implements Seal {
  static final byte[] CONTEXT =
      "http://borgermaaling.dk/sealed-answer/1".getBytes(StandardCharsets.UTF_8);

  private final HybridEncrypt encrypt;

  private HpkeSeal(HybridEncrypt encrypt) {
    this.encrypt = encrypt;
  }

  public static HpkeSeal with(Path publicKeys) throws IOException {
    try {
      return new HpkeSeal(
          SealKeys.readPublic(publicKeys)
              .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class));
    } catch (GeneralSecurityException e) {
      throw new IOException("not a public key set for the seal: " + publicKeys.getFileName(), e);
    }
  }

  @Override
  public byte[] close(Answer answer) {
    try {
      return encrypt.encrypt(AnswerBytes.of(answer), CONTEXT);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an answer could not be sealed", e);
    }
  }
}
