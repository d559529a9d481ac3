package dk.borgermaaling.gateway.invitation.crypto;

import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.LinkTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The 16 bytes of the invitation's id and the first 16 of their HMAC-SHA256, as Base64 for URLs: 43
 * characters. The key is outside the database; with a new key all links that are out stop working.
 */
public final class HmacLinkTokens implements LinkTokens {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int ID_BYTES = 16;
  private static final int TAG_BYTES = 16;
  private static final int TOKEN_LENGTH = 43;
  private static final int MINIMUM_KEY_BYTES = 32;

  private final SecretKeySpec key;

  public HmacLinkTokens(byte[] key) {
    if (key.length < MINIMUM_KEY_BYTES) {
      throw new IllegalArgumentException("the key of the links has at least 32 bytes");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** Reads a key of at least 32 bytes, in Base64. */
  public static HmacLinkTokens from(Path keyFile) {
    try {
      return new HmacLinkTokens(Base64.getDecoder().decode(Files.readString(keyFile).trim()));
    } catch (IOException e) {
      throw new UncheckedIOException("the key file of the links cannot be read", e);
    }
  }

  @Override
  public String tokenOf(InvitationId invitation) {
    byte[] id =
        ByteBuffer.allocate(ID_BYTES)
            .putLong(invitation.value().getMostSignificantBits())
            .putLong(invitation.value().getLeastSignificantBits())
            .array();
    byte[] token = ByteBuffer.allocate(ID_BYTES + TAG_BYTES).put(id).put(tag(id)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  @Override
  public Optional<InvitationId> invitationOf(String token) {
    if (token.length() != TOKEN_LENGTH) {
      return Optional.empty();
    }
    byte[] decoded;
    try {
      decoded = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    byte[] id = Arrays.copyOf(decoded, ID_BYTES);
    byte[] tag = Arrays.copyOfRange(decoded, ID_BYTES, ID_BYTES + TAG_BYTES);
    if (!MessageDigest.isEqual(tag, tag(id))) {
      return Optional.empty();
    }
    ByteBuffer bits = ByteBuffer.wrap(id);
    InvitationId found = new InvitationId(new UUID(bits.getLong(), bits.getLong()));
    // The last character has spare bits: only the form that we write is ours.
    return tokenOf(found).equals(token) ? Optional.of(found) : Optional.empty();
  }

  private byte[] tag(byte[] id) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(id), TAG_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
