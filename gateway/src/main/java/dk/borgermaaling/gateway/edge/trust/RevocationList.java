package dk.borgermaaling.gateway.edge.trust;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A complete CRL (RFC 5280) whose signature by one of the {@link Issuers} has been verified. */
final class RevocationList {
  private static final Pattern STRONG =
      Pattern.compile("SHA(256|384|512)with(RSA|ECDSA)|RSASSA-PSS|Ed(25519|448)");
  private static final int CRL_SIGN = 6;

  /** How far the issuer's clock may be ahead. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final X509CRL list;
  private final ListScope scope;
  private final Instant thisUpdate;
  private final Instant nextUpdate;

  private RevocationList(X509CRL list, ListScope scope, Instant nextUpdate) {
    this.list = list;
    this.scope = scope;
    this.thisUpdate = list.getThisUpdate().toInstant();
    this.nextUpdate = nextUpdate;
  }

  /** Reads a list in DER or PEM. One that is out of date is read too; its time is asked later. */
  static RevocationList read(byte[] bytes, Issuers issuers, Instant now) throws Unusable {
    X509CRL list = parse(bytes);
    Set<String> critical = new HashSet<>();
    if (list.getCriticalExtensionOIDs() != null) {
      critical.addAll(list.getCriticalExtensionOIDs());
    }
    critical.remove(ListScope.ISSUING_DISTRIBUTION_POINT);
    if (!critical.isEmpty()) {
      throw new Unusable("a list with a critical extension that we do not know");
    }
    if (list.getNextUpdate() == null) {
      throw new Unusable("a list that does not say when the next one comes");
    }
    if (list.getThisUpdate().toInstant().isAfter(now.plus(SKEW))) {
      throw new Unusable("a list from the future");
    }
    requireSignature(list, issuers);
    return new RevocationList(list, ListScope.of(list), list.getNextUpdate().toInstant());
  }

  /** Whether an issuer has meant this list to take the other's place. */
  void requireSuccessorOf(RevocationList held) throws Unusable {
    if (!list.getIssuerX500Principal().equals(held.list.getIssuerX500Principal())
        || !scope.equals(held.scope)) {
      throw new Unusable("a list for other certificates than the one held");
    }
    if (thisUpdate.isBefore(held.thisUpdate)) {
      throw new Unusable("an older list than the one held");
    }
  }

  boolean covers(X509Certificate certificate) {
    return list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())
        && scope.covers(certificate);
  }

  /** Also one that is on hold; and what this list once revoked stays so when the list is old. */
  boolean revokes(X509Certificate certificate) {
    return list.getRevokedCertificate(certificate) != null;
  }

  /** When the issuer will have published the next list at the latest. */
  Instant nextUpdate() {
    return nextUpdate;
  }

  private static X509CRL parse(byte[] bytes) throws Unusable {
    try {
      return (X509CRL)
          CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes));
    } catch (CRLException | CertificateException | RuntimeException e) {
      // What comes from a network can make the JDK's parser throw anything.
      throw new Unusable("it is not a revocation list", e);
    }
  }

  private static void requireSignature(X509CRL list, Issuers issuers) throws Unusable {
    if (!STRONG.matcher(list.getSigAlgName()).matches()) {
      throw new Unusable("a list with a weak signature");
    }
    for (X509Certificate issuer : issuers.named(list.getIssuerX500Principal())) {
      if (maySign(issuer) && isSignedBy(list, issuer)) {
        return;
      }
    }
    throw new Unusable("a list that is not signed by one of the issuers");
  }

  private static boolean maySign(X509Certificate issuer) {
    boolean[] usage = issuer.getKeyUsage();
    return usage == null || usage[CRL_SIGN];
  }

  private static boolean isSignedBy(X509CRL list, X509Certificate issuer) {
    try {
      list.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
