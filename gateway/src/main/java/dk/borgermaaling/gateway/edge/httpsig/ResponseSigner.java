package dk.borgermaaling.gateway.edge.httpsig;

import dk.borgermaaling.gateway.kernel.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Signs the answer to a signed request so that it is an answer to that request and no other: it
 * covers the request's method, path and signature (RFC 9421, section 2.4).
 */
public final class ResponseSigner {
  /** Label of our signature in the answer. */
  public static final String LABEL = "borgermaaling";

  private final SigningKey key;
  private final Clock clock;

  /**
   * @param clock real time, never business time
   */
  public ResponseSigner(SigningKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  /**
   * The fields that must be set in the answer, replacing any of their names: Content-Digest,
   * Signature-Input and Signature. Content-Type is covered if there is one.
   */
  public Map<String, String> sign(
      VerifiedRequest request, int status, FieldLines fields, Content content) {
    String digest = ContentDigest.of(content);
    FieldLines digested = fields.without(ContentDigest.FIELD).plus(ContentDigest.FIELD, digest);
    ResponseView response = new ResponseView(status, digested, content, request.request());
    MessageSigner.Signed signed = sign(request.label(), response);
    Map<String, String> added = new LinkedHashMap<>();
    added.put("Content-Digest", digest);
    added.put("Signature-Input", signed.input());
    added.put("Signature", signed.signature());
    return added;
  }

  private MessageSigner.Signed sign(String requestLabel, ResponseView response) {
    try {
      return new MessageSigner(key)
          .sign(LABEL, covered(requestLabel, response), parameters(), response);
    } catch (ProblemException e) {
      throw new IllegalStateException("an answer of ours cannot be signed", e);
    }
  }

  private static List<Member.Item> covered(String requestLabel, ResponseView response) {
    List<Member.Item> covered = new ArrayList<>();
    covered.add(Member.Item.text("@status"));
    covered.add(Member.Item.text(ContentDigest.FIELD));
    if (response.fields().has("content-type")) {
      covered.add(Member.Item.text("content-type"));
    }
    covered.add(ofTheRequest("@method"));
    covered.add(ofTheRequest("@path"));
    covered.add(
        ofTheRequest(SignatureFields.SIGNATURE).with("key", new BareItem.Text(requestLabel)));
    return covered;
  }

  private static Member.Item ofTheRequest(String name) {
    return Member.Item.text(name).with("req", BareItem.TRUE);
  }

  private Parameters parameters() {
    return Parameters.NONE
        .with(SignatureParameters.CREATED, new BareItem.Whole(clock.instant().getEpochSecond()))
        .with(SignatureParameters.KEY_ID, new BareItem.Text(key.keyId()))
        .with(SignatureParameters.ALGORITHM, new BareItem.Text(key.algorithm().id()))
        .with(SignatureParameters.TAG, new BareItem.Text(RequestProfile.TAG));
  }
}
