package dk.borgermaaling.gateway.edge.httpsig;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A dictionary field (RFC 9651, section 3.2), in the order in which its members came. */
record Dictionary(Map<String, Member> members) {
  Dictionary {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** Reads the field's lines, joined by commas; anything off the grammar is not trusted. */
  static Dictionary parse(String text) {
    return new StructuredFieldParser(text).dictionary();
  }

  @Nullable Member find(String key) {
    return members.get(key);
  }

  String serialized() {
    return members.entrySet().stream()
        .map(member -> member.getKey() + value(member.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String value(Member member) {
    boolean plainTrue = member instanceof Member.Item item && item.value().equals(BareItem.TRUE);
    return plainTrue ? member.parameters().serialized() : '=' + member.serialized();
  }
}
