package dk.borgermaaling.gateway.edge.httpsig;

import dk.borgermaaling.gateway.edge.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Header fields of one message as lines, the lines of one name in the order in which they came.
 * Names are kept in lower case. Values are stripped of spaces and tabs at both ends and unfolded
 * (RFC 9421, section 2.1); one that still has a line break or a NUL is not trusted.
 */
public final class FieldLines {
  /** No field at all. */
  public static final FieldLines NONE = new FieldLines(Map.of());

  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]{1,256}");
  private static final Pattern FOLD = Pattern.compile("[ \t]*\r\n[ \t]+");
  private static final Pattern OUTER = Pattern.compile("^[ \t]+|[ \t]+$");
  private static final Pattern BREAK = Pattern.compile("[\r\n\0]");
  private final Map<String, List<String>> lines;

  private FieldLines(Map<String, List<String>> lines) {
    this.lines = lines;
  }

  /** These and one line more, after the lines of the same name. */
  public FieldLines plus(String name, String value) {
    String key = name.toLowerCase(Locale.ROOT);
    String clean = OUTER.matcher(FOLD.matcher(value).replaceAll(" ")).replaceAll("");
    if (!NAME.matcher(key).matches() || BREAK.matcher(clean).find()) {
      throw Refusal.notTrusted("a header field that is none");
    }
    Map<String, List<String>> more = new LinkedHashMap<>(lines);
    List<String> values = new ArrayList<>(lines(key));
    values.add(clean);
    more.put(key, List.copyOf(values));
    return new FieldLines(more);
  }

  /** These without the lines of that name. */
  public FieldLines without(String name) {
    Map<String, List<String>> fewer = new LinkedHashMap<>(lines);
    fewer.remove(name.toLowerCase(Locale.ROOT));
    return new FieldLines(fewer);
  }

  /** Lines of the field, whose name is in lower case; none when it is absent. */
  public List<String> lines(String name) {
    return lines.getOrDefault(name, List.of());
  }

  /** Whether the message has the field, even if empty; the name is in lower case. */
  public boolean has(String name) {
    return lines.containsKey(name);
  }

  /** The lines joined as RFC 9110, section 5.3, joins them; empty when the field is absent. */
  public String combined(String name) {
    return String.join(", ", lines(name));
  }

  /** All names, in lower case. */
  public Set<String> names() {
    return Collections.unmodifiableSet(lines.keySet());
  }

  /** Names alone: values are the caller's data. */
  @Override
  public String toString() {
    return names().toString();
  }
}
