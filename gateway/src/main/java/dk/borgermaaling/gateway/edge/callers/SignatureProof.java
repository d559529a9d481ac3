package dk.borgermaaling.gateway.edge.callers;

import dk.borgermaaling.gateway.edge.Authority;
import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.httpsig.Content;
import dk.borgermaaling.gateway.edge.httpsig.FieldLines;
import dk.borgermaaling.gateway.edge.httpsig.RequestProfile;
import dk.borgermaaling.gateway.edge.httpsig.RequestVerifier;
import dk.borgermaaling.gateway.edge.httpsig.RequestView;
import dk.borgermaaling.gateway.edge.httpsig.ResponseSigner;
import dk.borgermaaling.gateway.edge.httpsig.SigningKey;
import dk.borgermaaling.gateway.edge.httpsig.VerificationKey;
import dk.borgermaaling.gateway.edge.httpsig.VerifiedRequest;
import dk.borgermaaling.gateway.edge.replay.ReplayLog;
import dk.borgermaaling.gateway.edge.trust.Trust;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * HTTP Message Signatures (RFC 9421): the request proves itself, and the answer bears a signature
 * of ours that is bound to the request's. The authority that the caller acts for stands in {@code
 * x-Rute-AfsenderOrganisation}, which the signature then covers; a caller with one need not name
 * it. A request counts once, on every node and over restarts.
 */
public final class SignatureProof implements CallerProof {
  private static final int HTTPS = 443;
  private static final String SENDER = "x-rute-afsenderorganisation";
  private final RequestVerifier verifier;
  private final RestCallers callers;
  private final Trust trust;
  private final Set<String> authorities;
  private final Authority authority;
  private final ReplayLog replay;
  private final Transactions transactions;
  private final Supplier<SigningKey> answers;
  private final Clock clock;

  /**
   * @param authorities host and port, in lower case, under which callers reach the gateway
   * @param answers the key that signs answers now
   * @param clock real time
   */
  public SignatureProof(
      RequestProfile profile,
      RestCallers callers,
      Trust trust,
      Set<String> authorities,
      Authority authority,
      ReplayLog replay,
      Transactions transactions,
      Supplier<SigningKey> answers,
      Clock clock) {
    this.verifier =
        new RequestVerifier(
            profile,
            (certificate, at) ->
                callers
                    .find(certificate)
                    .filter(caller -> caller.wayIn() == WayIn.SIGNATURE)
                    .flatMap(caller -> key(caller.certificate(), trust, at)),
            clock);
    this.callers = callers;
    this.trust = trust;
    this.authorities = Set.copyOf(authorities);
    this.authority = authority;
    this.replay = replay;
    this.transactions = transactions;
    this.answers = answers;
    this.clock = clock;
  }

  @Override
  public WayIn wayIn() {
    return WayIn.SIGNATURE;
  }

  @Override
  public Proven verify(HttpServletRequest request, ProtectedService service) {
    VerifiedRequest verified = verifier.verify(view(request));
    trust.drift().message(verified.signer(), verified.created(), clock.instant());
    Caller caller =
        callers
            .require(verified.signer(), WayIn.SIGNATURE)
            .actingFor(cvr(request.getHeader(SENDER)));
    MunicipalityCode municipality = authority.of(caller);
    transactions.runInOne(
        () -> {
          if (!replay.firstTime(municipality, verified.signer(), verified.replayId())) {
            throw Refusal.notTrusted("the request came before");
          }
        });
    return new Proven(caller, (status, type, body) -> sealed(verified, status, type, body));
  }

  private Map<String, String> sealed(
      VerifiedRequest request, int status, @Nullable String contentType, byte[] body) {
    FieldLines fields = FieldLines.NONE;
    if (contentType != null) {
      fields = fields.plus("content-type", contentType);
    }
    return new ResponseSigner(answers.get(), clock).sign(request, status, fields, Content.of(body));
  }

  /** The certificate's key, while it is valid and not revoked. */
  private static Optional<VerificationKey> key(
      X509Certificate certificate, Trust trust, Instant at) {
    if (at.isBefore(certificate.getNotBefore().toInstant())
        || at.isAfter(certificate.getNotAfter().toInstant())) {
      return Optional.empty();
    }
    trust.revocation().requireCaller(certificate);
    return Optional.of(VerificationKey.of(certificate));
  }

  private static @Nullable Cvr cvr(@Nullable String header) {
    if (header == null) {
      return null;
    }
    if (!header.matches("[0-9]{8}")) {
      throw Refusal.notTrusted("an authority that is no CVR");
    }
    return new Cvr(header);
  }

  private RequestView view(HttpServletRequest request) {
    String host = addressed(request).toLowerCase(Locale.ROOT);
    if (!authorities.contains(host)) {
      throw Refusal.notTrusted("addressed to somebody else");
    }
    FieldLines fields = FieldLines.NONE;
    for (String name : Collections.list(request.getHeaderNames())) {
      for (String value : Collections.list(request.getHeaders(name))) {
        fields = fields.plus(name, value);
      }
    }
    String query = request.getQueryString();
    return new RequestView(
        request.getMethod(),
        "https",
        host,
        request.getRequestURI() + (query == null ? "" : "?" + query),
        fields,
        Content.of(body(request)));
  }

  /** In HTTP/2 the pseudo-header {@code :authority}, which the server tells in two parts. */
  private static String addressed(HttpServletRequest request) {
    String host = request.getHeader("Host");
    if (host != null) {
      return host;
    }
    int port = request.getServerPort();
    return request.getServerName() + (port == HTTPS ? "" : ":" + port);
  }

  /** The size has been capped, and the body read into memory, before. */
  private static byte[] body(HttpServletRequest request) {
    try {
      return request.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
