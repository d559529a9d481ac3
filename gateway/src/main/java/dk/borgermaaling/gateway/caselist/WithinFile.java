package dk.borgermaaling.gateway.caselist;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a file tells more than once. The first row that tells a thing counts; rows that tell it the
 * same way are repeats, and when two tell it in different ways, neither is believed. Held in memory
 * while a file is read: about 500 bytes for each thing told.
 */
final class WithinFile {
  private final Map<String, Seen> seen = new HashMap<>();

  void add(Draft draft) {
    Seen first =
        seen.computeIfAbsent(draft.withinFile(), key -> new Seen(draft.row(), draft.says()));
    first.compare(draft);
  }

  /** Another row that tells the thing otherwise. */
  Optional<Integer> contradictionOf(Draft draft) {
    Seen first = seen.get(draft.withinFile());
    if (first == null || first.otherwise == 0) {
      return Optional.empty();
    }
    return Optional.of(first.row == draft.row() ? first.otherwise : first.row);
  }

  /** Whether an earlier row tells the thing. */
  boolean isRepeat(Draft draft) {
    Seen first = seen.get(draft.withinFile());
    return first != null && first.row != draft.row();
  }

  private static final class Seen {
    private final int row;
    private final String says;
    private int otherwise;

    Seen(int row, String says) {
      this.row = row;
      this.says = says;
    }

    void compare(Draft draft) {
      if (otherwise == 0 && !draft.says().equals(says)) {
        otherwise = draft.row();
      }
    }
  }
}
