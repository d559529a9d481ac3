package dk.borgermaaling.gateway.invitation.crypto;

import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.LetterCode;
import dk.borgermaaling.gateway.invitation.LetterCodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The first 60 bits of an HMAC-SHA256 of the invitation's id, with the key of the links. The words
 * in front of the id keep these apart from the tags of the links: neither can be worked out from
 * the other.
 */
public final class HmacLetterCodes implements LetterCodes {
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PURPOSE = "code of a letter".getBytes(StandardCharsets.US_ASCII);
  private static final int ID_BYTES = 16;
  private static final int MINIMUM_KEY_BYTES = 32;

  private final SecretKeySpec key;

  public HmacLetterCodes(byte[] key) {
    if (key.length < MINIMUM_KEY_BYTES) {
      throw new IllegalArgumentException("the key of the links has at least 32 bytes");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** Reads a key of at least 32 bytes, in Base64. */
  public static HmacLetterCodes from(Path keyFile) {
    try {
      return new HmacLetterCodes(Base64.getDecoder().decode(Files.readString(keyFile).trim()));
    } catch (IOException e) {
      throw new UncheckedIOException("the key file of the links cannot be read", e);
    }
  }

  @Override
  public LetterCode codeOf(InvitationId invitation) {
    byte[] message =
        ByteBuffer.allocate(PURPOSE.length + ID_BYTES)
            .put(PURPOSE)
            .putLong(invitation.value().getMostSignificantBits())
            .putLong(invitation.value().getLeastSignificantBits())
            .array();
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return LetterCode.of(ByteBuffer.wrap(mac.doFinal(message)).getLong() >>> 4);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
