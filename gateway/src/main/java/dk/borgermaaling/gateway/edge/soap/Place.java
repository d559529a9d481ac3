package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.xml.Names;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * Where an element stands in a signed message. What may stand where is written here, once; whatever
 * has no place of its own is {@link #INSIDE}, where no element of the security machinery may be.
 */
enum Place {
  ENVELOPE(1, 1),
  HEADER(1, 1),
  BODY(1, 1),
  BODY_ENTRY(1, 1),
  HEADER_BLOCK(0, 50),
  MESSAGE_ID(1, 1),
  ACTION(1, 1),
  TO(0, 1),
  FRAMEWORK(0, 1),
  SECURITY(1, 1),
  TIMESTAMP(1, 1),
  CREATED(1, 1),
  EXPIRES(1, 1),
  ASSERTION(1, 1),
  ASSERTION_SIGNATURE(1, 1),
  TOKEN_REFERENCE(0, 1),
  SIGNATURE(1, 1),
  KEY_INFO(1, 1),
  KEY_REFERENCE(1, 1),
  KEY_IDENTIFIER(1, 2),
  INSIDE(0, Integer.MAX_VALUE);

  /** How often the place must at least, and may at most, be taken. */
  final int least;

  final int most;

  Place(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /**
   * The place of a child with that name, or null when it may not stand there.
   *
   * @param soap namespace of the envelope
   */
  @Nullable Place ofChild(QName name, String soap) {
    String ns = name.getNamespaceURI();
    String local = name.getLocalPart();
    return switch (this) {
      case ENVELOPE -> soap(ns, local, soap);
      case HEADER -> header(ns, local);
      case SECURITY -> security(ns, local);
      case TIMESTAMP -> timestamp(ns, local);
      case ASSERTION -> is(ns, local, Names.DS, "Signature") ? ASSERTION_SIGNATURE : inside(name);
      case SIGNATURE -> is(ns, local, Names.DS, "KeyInfo") ? KEY_INFO : inside(name);
      case KEY_INFO -> is(ns, local, Names.WSSE, "SecurityTokenReference") ? KEY_REFERENCE : null;
      case KEY_REFERENCE, TOKEN_REFERENCE ->
          is(ns, local, Names.WSSE, "KeyIdentifier") ? KEY_IDENTIFIER : null;
      case KEY_IDENTIFIER, CREATED, EXPIRES, MESSAGE_ID, ACTION, TO, FRAMEWORK -> null;
      case BODY -> inside(name) == null ? null : BODY_ENTRY;
      default -> inside(name);
    };
  }

  private static @Nullable Place soap(String ns, String local, String soap) {
    if (is(ns, local, soap, "Header")) {
      return HEADER;
    }
    return is(ns, local, soap, "Body") ? BODY : null;
  }

  private static @Nullable Place header(String ns, String local) {
    if (is(ns, local, Names.WSSE, "Security")) {
      return SECURITY;
    }
    if (ns.equals(Names.WSA)) {
      return switch (local) {
        case "MessageID" -> MESSAGE_ID;
        case "Action" -> ACTION;
        case "To" -> TO;
        default -> HEADER_BLOCK;
      };
    }
    if (FrameworkHeader.NAMES.contains(new QName(ns, local))) {
      return FRAMEWORK;
    }
    return inside(new QName(ns, local)) == null ? null : HEADER_BLOCK;
  }

  private static @Nullable Place security(String ns, String local) {
    if (is(ns, local, Names.WSU, "Timestamp")) {
      return TIMESTAMP;
    }
    if (is(ns, local, Names.SAML, "Assertion")) {
      return ASSERTION;
    }
    if (is(ns, local, Names.DS, "Signature")) {
      return SIGNATURE;
    }
    return is(ns, local, Names.WSSE, "SecurityTokenReference") ? TOKEN_REFERENCE : null;
  }

  private static @Nullable Place timestamp(String ns, String local) {
    if (is(ns, local, Names.WSU, "Created")) {
      return CREATED;
    }
    return is(ns, local, Names.WSU, "Expires") ? EXPIRES : null;
  }

  private static @Nullable Place inside(QName name) {
    String local = name.getLocalPart();
    boolean forbidden =
        switch (name.getNamespaceURI()) {
          case Names.SOAP, Names.SOAP_11, Names.XENC, Names.XENC_11, Names.SAML_1, Names.WSSE_11 ->
              true;
          case Names.WSSE -> !local.equals("TransformationParameters");
          case Names.WSU -> local.equals("Timestamp");
          case Names.SAML -> local.equals("Assertion") || local.startsWith("Encrypted");
          case Names.DS -> local.equals("Signature") || local.equals("Object");
          default -> false;
        };
    return forbidden ? null : INSIDE;
  }

  private static boolean is(String ns, String local, String wantedNs, String wanted) {
    return local.equals(wanted) && ns.equals(wantedNs);
  }
}
