package dk.borgermaaling.gateway.edge.httpsig;

import dk.borgermaaling.gateway.edge.Refusal;
import java.security.MessageDigest;
import java.util.Map;

/** The field Content-Digest (RFC 9530, section 2) over the content as it travelled. */
final class ContentDigest {
  static final String FIELD = "content-digest";

  /** What may be relied on, by the names of RFC 9530, section 5, and of the JDK. */
  private static final Map<String, String> ALGORITHMS =
      Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");

  private ContentDigest() {}

  /** The field's value for this content. */
  static String of(Content content) {
    return "sha-256=" + BareItem.Bytes.of(content.digest("SHA-256")).serialized();
  }

  /**
   * Refuses a field that names neither algorithm, or of whose digests by them one is not the
   * content's. Digests by other algorithms prove nothing and are passed over.
   */
  static void check(String field, Content content) {
    int matches = 0;
    for (Map.Entry<String, Member> digest : Dictionary.parse(field).members().entrySet()) {
      String algorithm = ALGORITHMS.get(digest.getKey());
      if (algorithm != null) {
        if (!MessageDigest.isEqual(bytes(digest.getValue()), content.digest(algorithm))) {
          throw Refusal.notTrusted("the content is not the digest's");
        }
        matches++;
      }
    }
    if (matches == 0) {
      throw Refusal.notTrusted("no digest by sha-256 or sha-512");
    }
  }

  private static byte[] bytes(Member digest) {
    if (digest instanceof Member.Item item
        && item.parameters().isEmpty()
        && item.value() instanceof BareItem.Bytes bytes) {
      return bytes.decoded();
    }
    throw Refusal.notTrusted("a digest that is not a byte sequence");
  }
}
