package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.access.kombit.SafeXml.UnsafeXml;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A SAML assertion as the STS issued it.
 *
 * @param base64 passed on as it came
 * @param notOnOrAfter from its Conditions; the answer's own Lifetime names no time zone
 */
public record Assertion(String base64, Instant notOnOrAfter) {
  private static final String CVR = "dk:gov:saml:attribute:CvrNumberIdentifier";

  /**
   * Reads the end of validity out of the assertion.
   *
   * @throws NoToken also when it is for another service, authority or holder than was asked for
   */
  static Assertion read(String base64, TokenKey key) throws NoToken {
    try {
      Element root = SafeXml.parse(Base64.getMimeDecoder().decode(base64));
      if (!isFor(root, key)) {
        throw new NoToken(
            NoToken.Reason.UNREADABLE, "the STS answered with an assertion for somebody else");
      }
      String end =
          SafeXml.child(root, "Conditions")
              .map(conditions -> conditions.getAttribute("NotOnOrAfter"))
              .orElse("");
      return new Assertion(base64, OffsetDateTime.parse(end).toInstant());
    } catch (UnsafeXml | IllegalArgumentException | DateTimeException e) {
      throw new NoToken(NoToken.Reason.UNREADABLE, "the STS answered without a usable assertion");
    }
  }

  private static boolean isFor(Element root, TokenKey key) {
    String holder =
        SafeXml.text(
                root,
                "Subject",
                "SubjectConfirmation",
                "SubjectConfirmationData",
                "KeyInfo",
                "X509Data",
                "X509Certificate")
            .orElse("");
    return SafeXml.text(root, "Conditions", "AudienceRestriction", "Audience")
            .equals(Optional.of(key.entityId()))
        && cvr(root).equals(Optional.of(key.authority().value()))
        && holder.replaceAll("\\s", "").equals(key.holder().certificate().oneLine());
  }

  private static Optional<String> cvr(Element root) {
    return SafeXml.child(root, "AttributeStatement").stream()
        .flatMap(statement -> SafeXml.children(statement, "Attribute"))
        .filter(attribute -> CVR.equals(attribute.getAttribute("Name")))
        .findFirst()
        .flatMap(attribute -> SafeXml.text(attribute, "AttributeValue"));
  }

  @Override
  public String toString() {
    return "Assertion[until " + notOnOrAfter + "]";
  }
}
