package dk.borgermaaling.gateway.beskedfordeler.kombit;

import dk.borgermaaling.gateway.beskedfordeler.Message;
import dk.borgermaaling.gateway.beskedfordeler.MessageReader.UnreadableMessage;
import dk.borgermaaling.gateway.kernel.NamedUuid;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;

/** What one pass over a message has come by. */
final class MessagePass {
  private static final String ENVELOPE = "urn:oio:besked:kuvert:1.0";
  private static final String VALUES = "urn:oio:sagdok:3.0.0";

  /** The payload's namespace lacks the {@code oio} of the envelope's own. */
  private static final String PAYLOAD = "urn:besked:kuvert:1.0";

  private static final QName ROOT = new QName("urn:oio:sts:1.0.0", "ModtagBeskedInput");
  private static final QName MESSAGE = new QName(ENVELOPE, "Haendelsesbesked");
  private static final QName ID = new QName(ENVELOPE, "BeskedId");
  private static final QName HEAD = new QName(ENVELOPE, "Beskedkuvert");
  private static final QName FILTER = new QName(ENVELOPE, "Filtreringsdata");
  private static final QName RECEIVER = new QName(ENVELOPE, "TilladtModtager");
  private static final QName REGISTRATION = new QName(ENVELOPE, "ObjektRegistrering");
  private static final QName AUTHORITY = new QName(ENVELOPE, "ObjektAnsvarligMyndighed");
  private static final QName CONTENT = new QName(ENVELOPE, "Beskeddata");
  private static final QName BASE64 = new QName(PAYLOAD, "Base64");
  private static final QName UUID_VALUE = new QName(VALUES, "UUIDIdentifikator");
  private static final QName URN_VALUE = new QName(VALUES, "URNIdentifikator");

  private static final Pattern UUIDS =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern URNS = Pattern.compile("urn:[\\x21-\\x7e]{1,196}");

  /** Fixed for ever: another one would make every repeat a new message. */
  private static final UUID URN_IDS = UUID.fromString("5d7f1f1e-9a57-5c43-9f0a-3f5e3a1a7c21");

  private final Deque<QName> path = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private final List<String> ids = new ArrayList<>();
  private final List<String> receivers = new ArrayList<>();
  private final List<String> authorities = new ArrayList<>();
  private final List<String> payloads = new ArrayList<>();
  private int messages;
  private int contents;

  void start(QName name) throws UnreadableMessage {
    if (path.isEmpty() && name.equals(MESSAGE)) {
      path.addLast(ROOT); // pulled: what a push wraps around it is not there
    } else if (path.isEmpty() && !name.equals(ROOT)) {
      throw new UnreadableMessage("another root element");
    }
    path.addLast(name);
    text.setLength(0);
    if (is(ROOT, MESSAGE)) {
      messages++;
    } else if (is(ROOT, MESSAGE, CONTENT)) {
      contents++;
    }
  }

  /** Text is kept where it is used: a payload is the only one of any size. */
  void text(String more) {
    QName name = path.peekLast();
    if (BASE64.equals(name) || UUID_VALUE.equals(name) || URN_VALUE.equals(name)) {
      text.append(more);
    }
  }

  void end() {
    if (is(ROOT, MESSAGE, CONTENT, BASE64)) {
      payloads.add(text.toString());
    } else if (isValueIn(ROOT, MESSAGE, ID)) {
      ids.add(value());
    } else if (isValueIn(ROOT, MESSAGE, HEAD, FILTER, RECEIVER)) {
      receivers.add(value());
    } else if (isValueIn(ROOT, MESSAGE, HEAD, FILTER, REGISTRATION, AUTHORITY)) {
      authorities.add(value());
    }
    path.removeLast();
    text.setLength(0);
  }

  Message message() throws UnreadableMessage {
    if (messages != 1 || ids.size() > 1) {
      throw new UnreadableMessage("not one message with one id");
    }
    return new Message(
        ids.stream().findFirst().flatMap(MessagePass::id),
        receivers,
        authorities,
        contents,
        payloads);
  }

  private static Optional<UUID> id(String value) {
    if (UUIDS.matcher(value).matches()) {
      return Optional.of(UUID.fromString(value));
    }
    return URNS.matcher(value).matches()
        ? Optional.of(NamedUuid.version5(URN_IDS, value))
        : Optional.empty();
  }

  private String value() {
    return text.toString().strip().toLowerCase(Locale.ROOT);
  }

  private boolean isValueIn(QName... parents) {
    QName name = path.peekLast();
    return (UUID_VALUE.equals(name) || URN_VALUE.equals(name))
        && path.size() == parents.length + 1
        && startsWith(parents);
  }

  private boolean is(QName... names) {
    return path.size() == names.length && startsWith(names);
  }

  private boolean startsWith(QName... names) {
    var here = path.iterator();
    for (QName name : names) {
      if (!here.next().equals(name)) {
        return false;
      }
    }
    return true;
  }
}
