package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.access.kombit.SafeXml.UnsafeXml;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.w3c.dom.Element;

/**
 * A SAML assertion as the STS issued it.
 *
 * @param base64 passed on as it came
 * @param notOnOrAfter from its Conditions; the answer's own Lifetime names no time zone
 */
public record Assertion(String base64, Instant notOnOrAfter) {
  /** Reads the end of validity out of the assertion. */
  static Assertion read(String base64) throws NoToken {
    try {
      Element root = SafeXml.parse(Base64.getMimeDecoder().decode(base64));
      String end =
          SafeXml.child(root, "Conditions")
              .map(conditions -> conditions.getAttribute("NotOnOrAfter"))
              .orElse("");
      return new Assertion(base64, OffsetDateTime.parse(end).toInstant());
    } catch (UnsafeXml | IllegalArgumentException | DateTimeException e) {
      throw new NoToken(NoToken.Reason.UNREADABLE, "the STS answered without a usable assertion");
    }
  }

  @Override
  public String toString() {
    return "Assertion[until " + notOnOrAfter + "]";
  }
}
