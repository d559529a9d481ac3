package dk.borgermaaling.gateway.edge.httpsig;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of an item or a list. They are written in the order in which they came; two sets are
 * equal whatever their order, as RFC 9421, section 2, compares component identifiers.
 */
record Parameters(Map<String, BareItem> values) {
  static final Parameters NONE = new Parameters(Map.of());

  Parameters {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  Parameters with(String name, BareItem value) {
    Map<String, BareItem> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Parameters(more);
  }

  @Nullable BareItem find(String name) {
    return values.get(name);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  Set<String> names() {
    return values.keySet();
  }

  String serialized() {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (name, value) -> {
          text.append(';').append(name);
          if (!value.equals(BareItem.TRUE)) {
            text.append('=').append(value.serialized());
          }
        });
    return text.toString();
  }
}
