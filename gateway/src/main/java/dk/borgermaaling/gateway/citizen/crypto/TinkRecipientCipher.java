package dk.borgermaaling.gateway.citizen.crypto;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.KeyedHash;
import dk.borgermaaling.gateway.citizen.RecipientCipher;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/**
 * Tink: an AEAD key ring with the citizen's id as associated data, so that no row opens another,
 * and an HMAC-SHA256 for the lookup. The AEAD ring can be rotated; the lookup key cannot without
 * writing all lookups again.
 */
public final class TinkRecipientCipher implements RecipientCipher, KeyedHash {
  private static final int LOOKUP_BYTES = 32;
  private static final String CPR = "CPR:";
  private static final String CVR = "CVR:";

  private final VaultKeys keys;

  public TinkRecipientCipher(VaultKeys keys) {
    this.keys = keys;
  }

  /** Reads both key rings, see {@link VaultKeys#from}. */
  public static TinkRecipientCipher from(Path vaultKeys, Path indexKeys) {
    return new TinkRecipientCipher(VaultKeys.from(vaultKeys, indexKeys));
  }

  @Override
  public byte[] seal(Recipient recipient, CitizenId id) {
    try {
      return keys.aead().encrypt(text(recipient), associated(id));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a recipient could not be sealed", e);
    }
  }

  @Override
  public Recipient open(byte[] sealed, CitizenId id) {
    try {
      String text =
          new String(keys.aead().decrypt(sealed, associated(id)), StandardCharsets.US_ASCII);
      String number = text.substring(CPR.length());
      return text.startsWith(CPR)
          ? new Recipient.Person(new CprNumber(number))
          : new Recipient.Company(new Cvr(number));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the recipient of " + id + " could not be opened", e);
    }
  }

  @Override
  public String lookup(Recipient recipient) {
    try {
      return HexFormat.of().formatHex(keys.prf().computePrimary(text(recipient), LOOKUP_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a recipient could not be looked up", e);
    }
  }

  @Override
  public byte[] of(String purpose, String text) {
    try {
      // No recipient's text has a line feed in it: hashes of another use are never a lookup.
      return keys.prf()
          .computePrimary((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8), LOOKUP_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a keyed hash could not be made", e);
    }
  }

  private static byte[] text(Recipient recipient) {
    String text =
        recipient instanceof Recipient.Person person
            ? CPR + person.cpr().value()
            : CVR + ((Recipient.Company) recipient).cvr().value();
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] associated(CitizenId id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.value().getMostSignificantBits())
        .putLong(id.value().getLeastSignificantBits())
        .array();
  }
}
