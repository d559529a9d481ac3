package dk.borgermaaling.gateway.edge.trust;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Which of its issuer's certificates a CRL speaks of (RFC 5280, 5.2.5 and 6.3.3). One that does not
 * list a certificate which it does not speak of says nothing about it.
 *
 * @param points general names of the list's distribution point, in hexadecimal; none when the list
 *     is for all of its issuer's certificates
 * @param endEntitiesOnly whether it says nothing of authorities
 */
record ListScope(Set<String> points, boolean endEntitiesOnly) {
  static final String ISSUING_DISTRIBUTION_POINT = "2.5.29.28";
  private static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";
  private static final int POINT = Der.context(0);
  private static final int USERS_ONLY = Der.contextPrimitive(1);

  ListScope {
    points = Set.copyOf(points);
  }

  /** Refuses lists for some reasons, for authorities or attributes only, and indirect ones. */
  static ListScope of(X509CRL list) throws Unusable {
    byte[] extension = list.getExtensionValue(ISSUING_DISTRIBUTION_POINT);
    if (extension == null) {
      return new ListScope(Set.of(), false);
    }
    Set<String> points = new HashSet<>();
    boolean users = false;
    for (Der part : unwrap(extension).children()) {
      if (part.is(POINT)) {
        points.addAll(fullNames(part));
        if (points.isEmpty()) {
          throw new Unusable("a list whose distribution point has no full name");
        }
      } else if (part.is(USERS_ONLY)) {
        users = isTrue(part);
      } else if (!part.is(Der.contextPrimitive(part.tag() & 0x1f)) || isTrue(part)) {
        throw new Unusable("a list for some kinds of certificates or reasons only");
      }
    }
    return new ListScope(points, users);
  }

  /** Whether the list speaks of the certificate, provided that they have the same issuer. */
  boolean covers(X509Certificate certificate) {
    if (endEntitiesOnly && certificate.getBasicConstraints() >= 0) {
      return false;
    }
    try {
      return points.isEmpty() || !Collections.disjoint(points, pointsOf(certificate));
    } catch (Unusable e) {
      return false;
    }
  }

  private static Set<String> pointsOf(X509Certificate certificate) throws Unusable {
    byte[] extension = certificate.getExtensionValue(CRL_DISTRIBUTION_POINTS);
    Set<String> names = new HashSet<>();
    if (extension != null) {
      for (Der point : unwrap(extension).children()) {
        List<Der> parts = point.children();
        // One with reasons or an issuer of its own is of another kind of list.
        if (parts.size() == 1 && parts.get(0).is(POINT)) {
          names.addAll(fullNames(parts.get(0)));
        }
      }
    }
    return names;
  }

  private static Set<String> fullNames(Der point) throws Unusable {
    Set<String> names = new HashSet<>();
    Der name = point.child(0);
    if (name.is(Der.context(0))) {
      for (Der one : name.children()) {
        names.add(HexFormat.of().formatHex(one.encoded()));
      }
    }
    return names;
  }

  private static Der unwrap(byte[] extension) throws Unusable {
    return Der.read(Der.read(extension).as(Der.OCTET_STRING).value()).as(Der.SEQUENCE);
  }

  /** DER leaves out what is false, but some write it. */
  private static boolean isTrue(Der bool) {
    byte[] value = bool.value();
    return value.length != 1 || value[0] != 0;
  }
}
