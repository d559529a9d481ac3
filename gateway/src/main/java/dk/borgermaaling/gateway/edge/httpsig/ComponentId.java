package dk.borgermaaling.gateway.edge.httpsig;

import dk.borgermaaling.gateway.edge.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Identifier of a covered component (RFC 9421, section 2): its name and parameters that this code
 * understands, in a combination that means something.
 */
record ComponentId(String name, Parameters parameters) {
  private static final Pattern FIELD = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]{1,256}");
  private static final Set<String> OF_FIELDS = Set.of("sf", "key", "bs", "req");
  private static final Set<String> OF_QUERY_PARAMETERS = Set.of("name", "req");
  private static final Set<String> OF_OTHERS = Set.of("req");

  ComponentId {
    if (!parameters.names().stream().allMatch(allowed(name)::contains)) {
      throw Refusal.notTrusted("a component's parameter");
    }
    if (parameters.has("bs") && (parameters.has("sf") || parameters.has("key"))) {
      throw Refusal.notTrusted("component parameters that exclude each other");
    }
    for (String parameter : parameters.names()) {
      boolean text = parameter.equals("key") || parameter.equals("name");
      BareItem value = parameters.find(parameter);
      if (text ? !(value instanceof BareItem.Text) : !BareItem.TRUE.equals(value)) {
        throw Refusal.notTrusted("the type of a component's parameter");
      }
    }
    if (name.equals("@query-param") && !parameters.has("name")) {
      throw Refusal.notTrusted("a query parameter without a name");
    }
  }

  /** Every identifier of a signature's input; a repeated one is not trusted. */
  static List<ComponentId> of(Member.InnerList input) {
    List<ComponentId> ids = new ArrayList<>();
    for (Member.Item item : input.items()) {
      if (!(item.value() instanceof BareItem.Text name)) {
        throw Refusal.notTrusted("a component that is not a string");
      }
      ids.add(new ComponentId(name.value(), item.parameters()));
    }
    if (new HashSet<>(ids).size() != ids.size()) {
      throw Refusal.notTrusted("a component twice");
    }
    return List.copyOf(ids);
  }

  private static Set<String> allowed(String name) {
    return switch (name) {
      case "@method",
          "@target-uri",
          "@authority",
          "@scheme",
          "@request-target",
          "@path",
          "@query" ->
          OF_OTHERS;
      case "@query-param" -> OF_QUERY_PARAMETERS;
      case "@status" -> Set.of();
      default -> {
        if (!FIELD.matcher(name).matches()) {
          throw Refusal.notTrusted("a component's name");
        }
        yield OF_FIELDS;
      }
    };
  }

  boolean isDerived() {
    return name.startsWith("@");
  }

  boolean has(String parameter) {
    return parameters.has(parameter);
  }

  /** Text of a parameter whose type the constructor has checked. */
  String text(String parameter) {
    if (parameters.find(parameter) instanceof BareItem.Text text) {
      return text.value();
    }
    throw new IllegalStateException("the parameter was not asked for first");
  }

  /** As it stands in the signature base and in Signature-Input. */
  String serialized() {
    return item().serialized();
  }

  Member.Item item() {
    return new Member.Item(new BareItem.Text(name), parameters);
  }
}
