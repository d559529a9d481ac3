package dk.borgermaaling.gateway.edge.httpsig;

import dk.borgermaaling.gateway.edge.Refusal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a signed request must look like to be taken in: everything that decides what it does is
 * covered, and it is short-lived.
 *
 * @param algorithms the allowed ones
 * @param maxLifetime longest time from {@code created} to {@code expires}
 * @param clockSkew how far the caller's clock may be ahead of ours; {@code expires} has none
 */
public record RequestProfile(
    Set<SignatureAlgorithm> algorithms, Duration maxLifetime, Duration clockSkew) {
  /** Tag of the signatures that are meant for us; a message may have others beside them. */
  public static final String TAG = "borgermaaling";

  /** The replay log remembers a message for at least 15 minutes from its arrival. */
  private static final Duration LONGEST_MEMORY_NEEDED = Duration.ofMinutes(15);

  private static final Set<String> ALWAYS =
      Set.of("@method", "@authority", "@path", "x-transaktionsid");
  private static final Set<String> WITH_CONTENT = Set.of(ContentDigest.FIELD, "content-type");

  /** Fields that change what the rest means; covered if they are there. */
  private static final Set<String> WHEN_PRESENT =
      Set.of(
          ContentDigest.FIELD, "content-encoding", "content-range", "x-rute-afsenderorganisation");

  /** Fields whose value is no list: a second line would leave open which one counts. */
  private static final Set<String> SINGLETONS =
      Set.of(
          "authorization",
          "content-length",
          "content-location",
          "content-range",
          "content-type",
          "date",
          "etag",
          "from",
          "host",
          "if-modified-since",
          "if-range",
          "if-unmodified-since",
          "last-modified",
          "location",
          "max-forwards",
          "proxy-authorization",
          "range",
          "referer",
          "user-agent",
          "x-rute-afsenderorganisation",
          "x-requestid",
          "x-transaktionsid",
          "x-transaktionstid");

  public RequestProfile {
    algorithms = Set.copyOf(algorithms);
    if (maxLifetime.isNegative() || maxLifetime.isZero() || clockSkew.isNegative()) {
      throw new IllegalArgumentException("lifetime must be positive, clock skew not negative");
    }
    if (maxLifetime.plus(clockSkew).compareTo(LONGEST_MEMORY_NEEDED) > 0) {
      throw new IllegalArgumentException(
          "lifetime and clock skew together must not be longer than 15 minutes");
    }
  }

  /** The allow-list of the gateway: no shared secret, no PKCS #1 v1.5. */
  public static RequestProfile of(Duration maxLifetime, Duration clockSkew) {
    return new RequestProfile(
        Set.of(
            SignatureAlgorithm.ECDSA_P256_SHA256,
            SignatureAlgorithm.ECDSA_P384_SHA384,
            SignatureAlgorithm.RSA_PSS_SHA512,
            SignatureAlgorithm.ED25519),
        maxLifetime,
        clockSkew);
  }

  /** Refuses an algorithm that is not allowed, or that the signature names otherwise. */
  void checkAlgorithm(SignatureAlgorithm ofTheKey, @Nullable String named) {
    if (!algorithms.contains(ofTheKey)) {
      throw Refusal.notTrusted("an algorithm that is not allowed");
    }
    if (named != null && !named.equals(ofTheKey.id())) {
      throw Refusal.notTrusted("an algorithm that is not the key's");
    }
  }

  /** Refuses a signature that leaves out what must be covered, whole and without parameters. */
  void checkCoverage(List<ComponentId> covered, RequestView request) {
    for (String name : required(request)) {
      if (!covered.contains(new ComponentId(name, Parameters.NONE))) {
        throw Refusal.notTrusted("not covered: " + name);
      }
    }
    for (ComponentId id : covered) {
      if (SINGLETONS.contains(id.name()) && request.fields().lines(id.name()).size() > 1) {
        throw Refusal.notTrusted("several lines of a covered field that has one value");
      }
    }
  }

  private static Set<String> required(RequestView request) {
    Set<String> names = new HashSet<>(ALWAYS);
    if (request.parsedTarget().query() != null) {
      names.add("@query");
    }
    if (!request.content().isEmpty()) {
      names.addAll(WITH_CONTENT);
    }
    WHEN_PRESENT.stream().filter(request.fields()::has).forEach(names::add);
    return names;
  }
}
