package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One complete reading of who is in which target group. It is several searches, so a citizen who
 * changes group meanwhile can be in two of them or in none: of two, the group with the later start
 * counts; that somebody is gone takes two looks.
 */
final class Look {
  private final Map<String, Seen> members = new TreeMap<>();
  private final Map<String, Problem> unclear = new TreeMap<>();
  private int withoutId;

  private Look() {}

  static Look at(Momentum momentum, List<String> codes) {
    Look look = new Look();
    codes.forEach(code -> momentum.citizensIn(code, rows -> rows.forEach(look::take)));
    return look;
  }

  private void take(CitizenRow row) {
    String id;
    try {
      id = MomentumMapping.id(row.citizenId());
    } catch (ProblemException e) {
      withoutId++;
      return;
    }
    try {
      Seen seen = new Seen(MomentumMapping.group(row), row.cpr());
      members.merge(id, seen, Look::later);
    } catch (ProblemException e) {
      unclear.put(id, e.problem());
    }
  }

  private static Seen later(Seen one, Seen other) {
    return other.group().startDate().isAfter(one.group().startDate()) ? other : one;
  }

  /** Whose group is clear, by citizen id. */
  Map<String, Seen> members() {
    return members;
  }

  /** Who was told in a way that cannot be translated, by citizen id. */
  Map<String, Problem> unclear() {
    return unclear;
  }

  /** Rows that name no citizen: while there are any, nobody can be said to be gone. */
  int withoutId() {
    return withoutId;
  }

  boolean has(String citizen) {
    return members.containsKey(citizen) || unclear.containsKey(citizen);
  }

  /** A citizen and the group told; the CPR number as written, kept for the length of a run. */
  record Seen(TargetGroupCode group, @Nullable String cpr) {
    @Override
    public String toString() {
      return "Seen[" + group + "]";
    }
  }
}
