package dk.borgermaaling.gateway.edge.callers;

import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.ClientCertificate;
import dk.borgermaaling.gateway.edge.Incident;
import dk.borgermaaling.gateway.edge.ProblemResponse;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.limit.LimitedCall;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In front of everything below {@code /rest}: lets a request on to its service when a configured
 * caller proves itself the way that is configured for it. The description of the interface is
 * public, and the token endpoint proves its callers itself. Which check failed is in the log alone.
 */
public final class CallerFilter implements Filter {
  /** Under which the {@link Caller} stands for the resource. */
  public static final String CALLER = Caller.class.getName();

  private static final Set<String> OPEN = Set.of("/rest/v1/openapi.json", "/rest/v1/token");

  /** No dot segment, empty segment, parameter or escape can make a path mean another one. */
  private static final Pattern PLAIN_PATH =
      Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~:-]+)+");

  private final RestCallers callers;
  private final List<ProtectedService> services;
  private final Map<WayIn, CallerProof> proofs = new EnumMap<>(WayIn.class);

  public CallerFilter(
      RestCallers callers, List<ProtectedService> services, List<CallerProof> proofs) {
    this.callers = callers;
    this.services = List.copyOf(services);
    proofs.forEach(proof -> this.proofs.put(proof.wayIn(), proof));
  }

  /** The verified caller of the request; a resource never runs for anybody else. */
  public static Caller callerOf(HttpServletRequest request) {
    if (request.getAttribute(CALLER) instanceof Caller caller) {
      return caller;
    }
    throw Refusal.notTrusted("the request was never verified");
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    CallerProof.Proven proven;
    try {
      proven = prove(http);
    } catch (ProblemException refused) {
      refuse(answer, refused);
      return;
    }
    if (proven == null) {
      chain.doFilter(request, response);
    } else if (proven.seal() == null) {
      serve(http, answer, proven.caller(), chain);
    } else {
      HeldAnswer held = new HeldAnswer(answer);
      serve(http, held, proven.caller(), chain);
      held.send(proven.seal());
    }
  }

  /** The caller; null where none is needed. */
  private CallerProof.@Nullable Proven prove(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (!PLAIN_PATH.matcher(path).matches()) {
      throw nothing("a path that could mean another");
    }
    if (OPEN.contains(path)) {
      return null;
    }
    ProtectedService service =
        services.stream()
            .filter(one -> one.owns(path))
            .findFirst()
            .orElseThrow(() -> nothing("no service of REST"));
    CallerProof proof = proof(request);
    CallerProof.Proven proven = proof.verify(request, service);
    callers.require(proven.caller().certificate(), proof.wayIn());
    LimitedCall.verified(request, proven.caller().certificate());
    return proven;
  }

  private static void serve(
      HttpServletRequest request, HttpServletResponse response, Caller caller, FilterChain chain)
      throws IOException, ServletException {
    try {
      TransactionHeaders.of(request).answer(response);
    } catch (ProblemException refused) {
      refuse(response, refused);
      return;
    }
    request.setAttribute(CALLER, caller);
    chain.doFilter(request, response);
  }

  private static void refuse(HttpServletResponse response, ProblemException refused)
      throws IOException {
    ProblemResponse.send(response, Incident.log(refused));
  }

  /** A connection with a certificate is its caller's; one without must bring a signature. */
  private CallerProof proof(HttpServletRequest request) {
    ClientCertificate client = ClientCertificate.find(request);
    WayIn wayIn =
        client == null
            ? WayIn.SIGNATURE
            : callers
                .find(client.thumbprint())
                .map(RestCaller::wayIn)
                .orElseThrow(() -> Refusal.notTrusted("a certificate of no caller of REST"));
    boolean signed = request.getHeader("Signature") != null;
    boolean token = request.getHeader("Authorization") != null;
    CallerProof proof = proofs.get(wayIn);
    if (proof == null || signed == token || signed != (wayIn == WayIn.SIGNATURE)) {
      throw Refusal.notTrusted("not the proof that the caller is to bring");
    }
    return proof;
  }

  private static ProblemException nothing(String reason) {
    return Refusal.of(new Problem.Plain(ProblemType.NOT_FOUND, "Nothing is here"), reason);
  }
}
