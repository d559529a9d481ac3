package dk.borgermaaling.gateway.citizen.crypto;

import dk.borgermaaling.gateway.citizen.ContentCipher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Tink, with the key rings of the vault. Neither the associated data nor what a fingerprint is made
 * of can be taken for that of a recipient: both begin differently.
 */
public final class TinkContentCipher implements ContentCipher {
  private static final int FINGERPRINT_BYTES = 32;

  /** Longer than a citizen's id, which is what recipients are bound to. */
  private static final String PLACE = "borgermaaling/content\n";

  private static final byte[] TOLD = "told\n".getBytes(StandardCharsets.US_ASCII);

  private final VaultKeys keys;

  public TinkContentCipher(VaultKeys keys) {
    this.keys = keys;
  }

  @Override
  public byte[] seal(byte[] content, String boundTo) {
    try {
      return keys.aead().encrypt(content, associated(boundTo));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("what was told could not be sealed", e);
    }
  }

  @Override
  public byte[] open(byte[] sealed, String boundTo) {
    try {
      return keys.aead().decrypt(sealed, associated(boundTo));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("what was told could not be opened", e);
    }
  }

  @Override
  public byte[] fingerprint(byte[] content) {
    byte[] named = ByteBuffer.allocate(TOLD.length + content.length).put(TOLD).put(content).array();
    try {
      return keys.prf().computePrimary(named, FINGERPRINT_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("what was told has no fingerprint", e);
    }
  }

  private static byte[] associated(String boundTo) {
    return (PLACE + boundTo).getBytes(StandardCharsets.UTF_8);
  }
}
