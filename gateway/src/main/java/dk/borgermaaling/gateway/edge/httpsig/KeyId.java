package dk.borgermaaling.gateway.edge.httpsig;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.Thumbprint;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The parameter {@code keyid}: SHA-256 of the signer's certificate in base64url without padding, 43
 * characters, as {@code x5t#S256} of RFC 7515, section 4.1.8.
 */
public record KeyId(Thumbprint certificate) {
  /** The last of 43 characters carries four bits: the other spellings of it are refused. */
  private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

  /** Reads the parameter; anything but a thumbprint in its one spelling is not trusted. */
  static KeyId parse(String text) {
    if (!TEXT.matcher(text).matches()) {
      throw Refusal.notTrusted("a key id that is no thumbprint");
    }
    return new KeyId(new Thumbprint(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(text))));
  }

  /** As the parameter has it. */
  public String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(certificate.bytes());
  }
}
