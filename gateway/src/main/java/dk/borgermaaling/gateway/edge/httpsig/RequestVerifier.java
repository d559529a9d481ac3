package dk.borgermaaling.gateway.edge.httpsig;

import dk.borgermaaling.gateway.edge.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Decides whether a request was signed, whole and lately, by a caller that is known. */
public final class RequestVerifier {
  private final RequestProfile profile;
  private final KeyDirectory keys;
  private final Clock clock;

  /**
   * @param clock real time, never business time
   */
  public RequestVerifier(RequestProfile profile, KeyDirectory keys, Clock clock) {
    this.profile = profile;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Who signed the request. Any doubt ends in the same problem, not trusted; the reason is in its
   * cause and for the log. What costs most comes last.
   */
  public VerifiedRequest verify(RequestView request) {
    Instant now = clock.instant();
    PlainTarget.check(request.parsedTarget());
    SignatureFields.Labelled signature =
        SignatureFields.of(request.fields()).onlyTagged(RequestProfile.TAG);
    SignatureParameters parameters = SignatureParameters.of(signature.input().parameters());
    parameters.checkTimes(now, profile.maxLifetime(), profile.clockSkew());
    List<ComponentId> covered = ComponentId.of(signature.input());
    profile.checkCoverage(covered, request);
    VerificationKey key =
        keys.find(parameters.signer(), now).orElseThrow(() -> Refusal.notTrusted("an unknown key"));
    profile.checkAlgorithm(key.algorithm(), parameters.algorithm());
    SignatureBase base = SignatureBase.of(signature.input(), Components.of(request));
    if (!key.verifies(base, signature.signature())) {
      throw Refusal.notTrusted("the signature does not hold");
    }
    if (request.fields().has(ContentDigest.FIELD)) {
      ContentDigest.check(request.fields().combined(ContentDigest.FIELD), request.content());
    }
    return new VerifiedRequest(
        request,
        parameters.signer(),
        signature.label(),
        parameters.nonce(),
        parameters.created(),
        parameters.expires());
  }
}
