package dk.borgermaaling.gateway.edge.httpsig;

import dk.borgermaaling.gateway.edge.Refusal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Values of a message's components (RFC 9421, sections 2.1, 2.2 and 2.4). Whatever cannot be told
 * beyond doubt is not trusted.
 *
 * @param dictionaries names of the fields that are known to be dictionaries; only they can be
 *     covered with {@code sf} or {@code key}
 */
record Components(MessageView message, Set<String> dictionaries) {
  private static final Set<String> KNOWN_DICTIONARIES =
      Set.of(ContentDigest.FIELD, "repr-digest", SignatureFields.INPUT, SignatureFields.SIGNATURE);
  private static final Pattern FIELD_VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

  static Components of(MessageView message) {
    return new Components(message, KNOWN_DICTIONARIES);
  }

  String value(ComponentId id) {
    MessageView source = id.has("req") ? request() : message;
    if (id.isDerived()) {
      return derived(id, source);
    }
    String value = field(id, source.fields());
    if (!FIELD_VALUE.matcher(value).matches()) {
      throw Refusal.notTrusted("a character in a covered field");
    }
    return value;
  }

  private RequestView request() {
    if (message instanceof ResponseView response) {
      return response.request();
    }
    throw Refusal.notTrusted("a component of the request's request");
  }

  private static String derived(ComponentId id, MessageView source) {
    if (source instanceof ResponseView response) {
      if (id.name().equals("@status")) {
        return Integer.toString(response.status());
      }
    } else if (source instanceof RequestView request) {
      return derived(id, request);
    }
    throw Refusal.notTrusted("a component that a response does not have");
  }

  private static String derived(ComponentId id, RequestView request) {
    RequestTarget target = request.parsedTarget();
    return switch (id.name()) {
      case "@method" -> request.method();
      case "@scheme" -> request.scheme();
      case "@authority" -> request.authority();
      case "@target-uri" ->
          request.scheme() + "://" + request.authority() + target.requirePath() + query(target);
      case "@request-target" -> target.raw();
      case "@path" -> target.requirePath();
      case "@query" -> target.queryComponent();
      case "@query-param" -> QueryParameter.only(target.query(), id.text("name"));
      default -> throw Refusal.notTrusted("a component that a request does not have");
    };
  }

  private static String query(RequestTarget target) {
    return target.query() == null ? "" : target.queryComponent();
  }

  private String field(ComponentId id, FieldLines fields) {
    List<String> lines = fields.lines(id.name());
    if (lines.isEmpty()) {
      throw Refusal.notTrusted("a covered field is absent");
    }
    if (id.has("bs")) {
      return lines.stream()
          .map(line -> BareItem.Bytes.ofAscii(ascii(line)).serialized())
          .collect(Collectors.joining(", "));
    }
    if (!id.has("sf") && !id.has("key")) {
      return fields.combined(id.name());
    }
    if (!dictionaries.contains(id.name())) {
      throw Refusal.notTrusted("a covered field that is not known to be a dictionary");
    }
    Dictionary dictionary = Dictionary.parse(fields.combined(id.name()));
    return id.has("key") ? member(dictionary, id.text("key")) : dictionary.serialized();
  }

  private static String member(Dictionary dictionary, String key) {
    Member member = dictionary.find(key);
    if (member == null) {
      throw Refusal.notTrusted("a covered member is absent");
    }
    return member.serialized();
  }

  private static String ascii(String line) {
    if (!FIELD_VALUE.matcher(line).matches()) {
      throw Refusal.notTrusted("a character in a covered field");
    }
    return line;
  }
}
