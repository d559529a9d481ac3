package dk.borgermaaling.simulators.sts;

import dk.borgermaaling.simulators.certificates.KeyFile;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** Decides on a request and issues the assertion, signed with the STS's own key. */
public final class TokenIssuer {
  public static final Duration LIFETIME = Duration.ofHours(8);

  private final Registry registry;
  private final KeyFile key;
  private final Clock clock;

  /**
   * @param clock real time
   */
  public TokenIssuer(Registry registry, KeyFile key, Clock clock) {
    this.registry = registry;
    this.key = key;
    this.clock = clock;
  }

  /** Issues, or says why not. */
  public Token issue(TokenRequest request) throws StsFault {
    return sign(request, decide(request));
  }

  /** The agreement by which a token may be issued: that of the system which is acted for. */
  Agreement decide(TokenRequest request) throws StsFault {
    String system = user(request);
    if (!registry.knowsService(request.entityId())) {
      throw new StsFault(
          StsFault.Reason.UNKNOWN_SERVICE,
          "Path resolution: no connection '" + request.entityId() + "' found");
    }
    return registry
        .agreement(system, request.entityId(), request.cvr())
        .orElseThrow(
            () ->
                new StsFault(
                    StsFault.Reason.NO_AGREEMENT,
                    "No approved service agreement for '" + request.entityId() + "'"));
  }

  private String user(TokenRequest request) throws StsFault {
    String caller =
        registry
            .system(request.caller())
            .orElseThrow(
                () ->
                    new StsFault(
                        StsFault.Reason.UNKNOWN_CALLER,
                        "No mapped user exists for thumbprint '"
                            + Thumbprint.of(request.caller())
                            + "'"));
    if (request.onBehalfOf().isEmpty()) {
      return caller;
    }
    return registry
        .system(request.onBehalfOf().get())
        .filter(other -> registry.mayActFor(caller, other))
        .orElseThrow(
            () -> new StsFault(StsFault.Reason.NO_GRANT, "The caller may not act for this system"));
  }

  private Token sign(TokenRequest request, Agreement agreement) {
    String id = "_" + UUID.randomUUID();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant end = now.plus(LIFETIME);
    AssertionTemplate template = new AssertionTemplate(request, agreement, id, now, end);
    String signedInfo = template.signedInfo(Thumbprint.digest(template.unsigned()));
    String xml = template.signed(signedInfo, signature(signedInfo), key.certificate());
    return new Token(id, xml, now, end);
  }

  private String signature(String signedInfo) {
    try {
      Signature rsa = Signature.getInstance("SHA256withRSA");
      rsa.initSign(key.key());
      rsa.update(signedInfo.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(rsa.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the STS cannot sign", e);
    }
  }
}
