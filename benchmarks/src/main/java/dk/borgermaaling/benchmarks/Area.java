package dk.borgermaaling.benchmarks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a processor was doing, told from the classes on a thread's stack.
 *
 * @see #of
 */
enum Area {
  CRYPTO(
      "digests, signatures, keys, certificates",
      // not java.security as a whole: doPrivileged is on many a stack
      "java.security.Signature",
      "java.security.MessageDigest",
      "java.security.Digest",
      "java.security.Provider",
      "java.security.Key",
      "java.security.SecureRandom",
      "java.security.cert.",
      "javax.crypto.",
      "sun.security.",
      "com.sun.crypto.",
      "java.math.",
      "com.amazon.corretto.",
      "com.google.crypto.tink."),
  XML(
      "XML: parser, DOM, canonical form, binding, policy (CXF, WSS4J, Santuario, OpenSAML)",
      "org.apache.cxf.",
      "org.apache.wss4j.",
      "org.apache.xml.",
      "org.apache.jcp.",
      "org.apache.neethi.",
      "org.apache.ws.",
      "org.apache.xerces.",
      "com.ctc.wstx.",
      "org.codehaus.stax2.",
      "com.sun.org.apache.",
      "jdk.xml.",
      "javax.xml.",
      "org.w3c.",
      "org.xml.",
      "jakarta.xml.",
      "org.glassfish.jaxb.",
      "com.sun.xml.",
      "org.opensaml.",
      "net.shibboleth."),
  TLS("TLS", "sun.security.ssl.", "com.ibm.ws.channel.ssl.", "io.openliberty.channel.ssl."),
  DATABASE(
      "database: driver, pool, transactions",
      "org.postgresql.",
      "org.jdbi.",
      "java.sql.",
      "com.ibm.ws.rsadapter.",
      "com.ibm.ws.jdbc.",
      "com.ibm.ejs.j2c.",
      "com.ibm.ws.jca.",
      "com.ibm.tx.",
      "com.ibm.ws.tx.",
      "com.ibm.ws.transaction.",
      "com.github.kagkarlsson."),
  JPA_CDI(
      "JPA and CDI",
      "org.eclipse.persistence.",
      "jakarta.persistence.",
      "com.ibm.ws.jpa.",
      "org.jboss.weld.",
      "jakarta.enterprise.",
      "com.ibm.ws.cdi."),
  OURS("our own code", "dk.borgermaaling."),
  OTHER("other: server, HTTP, JSON, the rest of the JDK");

  private static final List<String> AT_LARGE =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
  private final List<String> packages;

  Area(String title, String... packages) {
    this.title = title;
    this.packages = List.of(packages);
  }

  String title() {
    return title;
  }

  /**
   * The first class counts that is not of the JDK at large, so that a text that WSS4J copies is
   * WSS4J's. What TLS encrypts is TLS's; nothing else that computes is asked for whom.
   *
   * @param classes of a stack, that which runs first
   */
  static Area of(List<String> classes) {
    Deque<Area> known = new ArrayDeque<>();
    classes.stream().flatMap(name -> of(name).stream()).forEach(known::add);
    while (known.size() > 1 && known.peek() == CRYPTO) {
      known.poll();
      if (known.peek() != CRYPTO) {
        return known.peek() == TLS ? TLS : CRYPTO;
      }
    }
    return known.isEmpty() ? OTHER : known.peek();
  }

  /** TLS's package lies within that of the JDK's other security. */
  private static Optional<Area> of(String name) {
    return Stream.of(TLS, CRYPTO, XML, DATABASE, JPA_CDI, OURS)
        .filter(area -> area.packages.stream().anyMatch(name::startsWith))
        .findFirst()
        .or(
            () ->
                AT_LARGE.stream().anyMatch(name::startsWith)
                    ? Optional.empty()
                    : Optional.of(OTHER));
  }
}
