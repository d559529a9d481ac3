package dk.borgermaaling.simulators.digitalpost;

import dk.borgermaaling.simulators.xml.Xml;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The body of a call to KombiPostAfsend, taken apart as far as the Postkomponent looks at it at
 * once: which channel, which parts, who sends to whom.
 *
 * @param channel {@code KombiValgKode}
 * @param message the MeMo message
 * @param print the letters for the print supplier
 */
record KombiRequest(String channel, Optional<Element> message, Optional<Element> print) {
  static final String MEMO = "https://DigitalPost.dk/MeMo-1";
  static final String DIGITAL = "Digital Post";
  static final String NEM_SMS = "NemSMS";
  static final String PRINT = "Fysisk Post";
  static final String AUTOMATIC = "Automatisk Valg";
  private static final List<String> CHANNELS = List.of(DIGITAL, PRINT, AUTOMATIC, NEM_SMS);

  /** The call is not what the service takes; the message is safe to send. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean schema;

    /**
     * @param schema true for what an XML schema would refuse (400), false for a business error
     */
    Refused(boolean schema, String message) {
      super(message);
      this.schema = schema;
    }

    boolean isSchema() {
      return schema;
    }
  }

  /**
   * @param memoPrefixOnly refuses any prefix of the message but {@code memo}
   */
  static KombiRequest read(byte[] body, boolean memoPrefixOnly) throws Refused {
    Element root = root(body);
    String channel =
        Xml.child(root, "", "KombiValgKode")
            .map(Element::getTextContent)
            .orElseThrow(() -> new Refused(true, "KombiValgKode is required"));
    if (!CHANNELS.contains(channel)) {
      throw new Refused(true, "KombiValgKode is not one of " + CHANNELS);
    }
    Optional<Element> message = Xml.child(root, MEMO, "Message");
    Optional<Element> print = Xml.child(root, PrintShape.PRINT, "ForsendelseISamling");
    int known = 1 + (message.isPresent() ? 1 : 0) + (print.isPresent() ? 1 : 0);
    if (Xml.children(root).size() != known) {
      throw new Refused(true, "kombi_request holds an unknown or doubled element");
    }
    if (memoPrefixOnly && message.isPresent() && !"memo".equals(message.get().getPrefix())) {
      throw new Refused(true, "unexpected element, expected memo:Message");
    }
    KombiRequest request = new KombiRequest(channel, message, print);
    request.checkPresence();
    return request;
  }

  private static Element root(byte[] body) throws Refused {
    try {
      Element root = Xml.parse(body).getDocumentElement();
      if (Xml.is(root, "", "kombi_request")) {
        return root;
      }
    } catch (SAXException e) {
      throw new Refused(true, "The body is not well-formed XML");
    }
    throw new Refused(true, "kombi_request in no namespace is required");
  }

  private void checkPresence() throws Refused {
    boolean needsMessage = !channel.equals(PRINT);
    boolean needsPrint = channel.equals(PRINT) || channel.equals(AUTOMATIC);
    if (needsMessage && message.isEmpty()) {
      throw new Refused(false, channel + " requires memo:Message");
    }
    if (needsPrint && print.isEmpty()) {
      throw new Refused(false, channel + " requires ForsendelseISamling");
    }
    if (channel.equals(PRINT) && message.isPresent()) {
      throw new Refused(false, channel + " takes no memo:Message");
    }
    String type = channel.equals(NEM_SMS) ? "NEMSMS" : "DIGITALPOST";
    if (needsMessage && !header("messageType").equals(type)) {
      throw new Refused(false, channel + " requires messageType " + type);
    }
  }

  /** Text of an element of the message's header, empty when it is not there. */
  String header(String name) {
    return headerElement().map(header -> Xml.childText(header, MEMO, name)).orElse("");
  }

  /** Text of an element of {@code Sender} or {@code Recipient}. */
  String party(String party, String name) {
    return headerElement()
        .flatMap(header -> Xml.child(header, MEMO, party))
        .map(element -> Xml.childText(element, MEMO, name))
        .orElse("");
  }

  /** The main document, if the message has one. */
  Optional<Element> mainDocument() {
    return message
        .flatMap(memo -> Xml.child(memo, MEMO, "MessageBody"))
        .flatMap(body -> Xml.child(body, MEMO, "MainDocument"));
  }

  /** The first action of the main document. */
  Optional<Element> action() {
    return mainDocument()
        .flatMap(document -> Xml.children(document, MEMO, "Action").stream().findFirst());
  }

  private Optional<Element> headerElement() {
    return message.flatMap(memo -> Xml.child(memo, MEMO, "MessageHeader"));
  }
}
