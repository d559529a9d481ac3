package dk.borgermaaling.liberty.wire;

import dk.borgermaaling.liberty.Contents;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Which tables have changed since a moment, besides those that every page of staff writes. */
final class Changes {
  private static final Set<String> OF_EVERY_PAGE = Set.of("ops.audit", "ops.staff_session");
  private final Contents contents;
  private final Map<String, String> before;

  private Changes(Contents contents) {
    this.contents = contents;
    before = contents.read();
  }

  static Changes since(Wire wire) {
    return new Changes(wire.contents());
  }

  Set<String> tables() {
    Map<String, String> now = contents.read();
    Set<String> changed = new TreeSet<>(now.keySet());
    changed.removeIf(table -> Objects.equals(now.get(table), before.get(table)));
    changed.removeAll(OF_EVERY_PAGE);
    return changed;
  }
}
