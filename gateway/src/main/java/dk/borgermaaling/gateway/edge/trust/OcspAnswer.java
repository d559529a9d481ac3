package dk.borgermaaling.gateway.edge.trust;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an OCSP responder said of one certificate, after the JDK has verified who said it.
 *
 * @param revoked otherwise it is good; a responder that does not know has given no answer
 * @param thisUpdate when the responder knew it
 * @param freshUntil the responder's nextUpdate; without one, a quarter of an hour later
 */
record OcspAnswer(boolean revoked, Instant thisUpdate, Instant freshUntil) {
  private static final Duration WITHOUT_NEXT_UPDATE = Duration.ofMinutes(15);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'");
  private static final int NEXT_UPDATE = Der.context(0);

  /**
   * Reads a response (RFC 6960, 4.2). The path validator is given the bytes, so that it asks nobody
   * itself; they must be signed by the issuer, or by a responder that the issuer has certified for
   * it, and be in time.
   */
  static OcspAnswer verify(
      byte[] response, X509Certificate certificate, X509Certificate issuer, Instant now)
      throws Unusable {
    boolean revoked = isRevoked(response, certificate, issuer, now);
    OcspAnswer answer = null;
    for (Der single : singleResponses(response)) {
      BigInteger serial = new BigInteger(single.child(0).child(3).as(Der.INTEGER).value());
      if (serial.equals(certificate.getSerialNumber())) {
        if (answer != null) {
          throw new Unusable("the responder answers twice");
        }
        answer = times(single, revoked);
      }
    }
    if (answer == null) {
      throw new Unusable("the responder speaks of another certificate");
    }
    return answer;
  }

  private static boolean isRevoked(
      byte[] response, X509Certificate certificate, X509Certificate issuer, Instant now)
      throws Unusable {
    try {
      CertPath path =
          CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
      CertPathValidator validator = CertPathValidator.getInstance("PKIX");
      PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
      checker.setOptions(
          EnumSet.of(
              PKIXRevocationChecker.Option.ONLY_END_ENTITY,
              PKIXRevocationChecker.Option.NO_FALLBACK));
      checker.setOcspResponses(Map.of(certificate, response));
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(issuer, null)));
      parameters.setRevocationEnabled(false);
      parameters.addCertPathChecker(checker);
      parameters.setDate(Date.from(now));
      validator.validate(path, parameters);
      return false;
    } catch (CertPathValidatorException e) {
      if (e.getReason() == CertPathValidatorException.BasicReason.REVOKED) {
        return true;
      }
      throw new Unusable("the responder's answer does not hold", e);
    } catch (GeneralSecurityException | RuntimeException e) {
      // What comes from a network can make the JDK's parser throw anything.
      throw new Unusable("the responder's answer cannot be read", e);
    }
  }

  private static List<Der> singleResponses(byte[] response) throws Unusable {
    Der bytes = Der.read(response).child(1).child(0);
    Der data = Der.read(bytes.child(1).as(Der.OCTET_STRING).value()).child(0);
    for (Der part : data.children()) {
      if (part.is(Der.SEQUENCE)) {
        return part.children();
      }
    }
    throw new Unusable("the responder says nothing");
  }

  private static OcspAnswer times(Der single, boolean revoked) throws Unusable {
    Instant thisUpdate = time(single.child(2));
    List<Der> parts = single.children();
    Instant freshUntil =
        parts.size() > 3 && parts.get(3).is(NEXT_UPDATE)
            ? time(parts.get(3).child(0))
            : thisUpdate.plus(WITHOUT_NEXT_UPDATE);
    return new OcspAnswer(revoked, thisUpdate, freshUntil);
  }

  private static Instant time(Der time) throws Unusable {
    byte[] text = time.as(Der.GENERALIZED_TIME).value();
    try {
      return LocalDateTime.parse(new String(text, StandardCharsets.US_ASCII), TIME)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new Unusable("the responder's time cannot be read", e);
    }
  }
}
