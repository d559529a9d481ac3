package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One reading of who is in which target group. It is several searches, so a citizen who changes
 * group meanwhile can be in two of them or in none: of two, the group with the later start counts;
 * that somebody is gone takes two looks. The same row twice counts once.
 *
 * <p>Citizens have numbers from 0. 100,000 take about 10 MB: what is told of each lies in arrays.
 */
final class Look {
  private static final short NOTHING = -1;
  private static final long NO_CPR = -1;
  private static final long NOT_A_CPR = -2;
  private final CitizenNumbers citizens = new CitizenNumbers();
  private final Codes codes;
  private final KnownTargetGroups targetGroups;
  private final List<String[]> groups = new ArrayList<>();
  private final Map<String, Short> groupNumbers = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Problem, Integer> problemNumbers = new HashMap<>();
  private short[] group = new short[64];
  private int[] startDay = new int[64];
  private long[] cpr = new long[64];
  private int[] problem = new int[64];
  private int withoutId;

  Look(Codes codes, KnownTargetGroups targetGroups) {
    this.codes = codes;
    this.targetGroups = targetGroups;
  }

  /** Takes the rows of a page. */
  void take(List<CitizenRow> rows) {
    rows.forEach(this::take);
  }

  private void take(CitizenRow row) {
    int citizen;
    try {
      citizen = number(MomentumMapping.id(row.citizenId()));
    } catch (ProblemException e) {
      withoutId++;
      return;
    }
    try {
      TargetGroupCode told = MomentumMapping.group(row, codes, targetGroups);
      int start = Math.toIntExact(told.startDate().toEpochDay());
      if (group[citizen] == NOTHING || start > startDay[citizen]) {
        group[citizen] = groupNumber(told);
        startDay[citizen] = start;
        cpr[citizen] = row.cpr() == null ? cpr[citizen] : compact(row.cpr());
      }
    } catch (ProblemException e) {
      problem[citizen] = problemNumber(e.problem());
    }
  }

  private int number(String id) {
    int known = citizens.size();
    int citizen = citizens.add(id);
    if (citizen == known) {
      if (citizen == group.length) {
        int length = citizen + citizen / 2;
        group = Arrays.copyOf(group, length);
        startDay = Arrays.copyOf(startDay, length);
        cpr = Arrays.copyOf(cpr, length);
        problem = Arrays.copyOf(problem, length);
      }
      group[citizen] = NOTHING;
      problem[citizen] = NOTHING;
      cpr[citizen] = NO_CPR;
    }
    return citizen;
  }

  private short groupNumber(TargetGroupCode told) {
    return groupNumbers.computeIfAbsent(
        told.system() + " " + told.code(),
        any -> {
          groups.add(new String[] {told.system(), told.code()});
          return shortened(groups.size() - 1);
        });
  }

  private int problemNumber(Problem told) {
    return problemNumbers.computeIfAbsent(
        told,
        any -> {
          problems.add(told);
          return problems.size() - 1;
        });
  }

  /** Codes are few; should they ever not be, the run breaks off. */
  private static short shortened(int number) {
    if (number > Short.MAX_VALUE) {
      throw new IllegalStateException("more different codes than a look can hold");
    }
    return (short) number;
  }

  private static long compact(String told) {
    String digits = told.replace("-", "").strip();
    return digits.length() == 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Long.parseLong(digits)
        : NOT_A_CPR;
  }

  /** How many citizens have been told of, in whatever way. */
  int size() {
    return citizens.size();
  }

  /** How many of them in a way that is clear. */
  int members() {
    int members = 0;
    for (int citizen = 0; citizen < size(); citizen++) {
      members += group[citizen] == NOTHING ? 0 : 1;
    }
    return members;
  }

  String id(int citizen) {
    return citizens.id(citizen);
  }

  /** The group told; absent when none was that can be translated. */
  Optional<TargetGroupCode> group(int citizen) {
    if (group[citizen] == NOTHING) {
      return Optional.empty();
    }
    String[] code = groups.get(group[citizen]);
    return Optional.of(
        new TargetGroupCode(code[0], code[1], LocalDate.ofEpochDay(startDay[citizen])));
  }

  /** Why something that was told of the citizen cannot be translated. */
  Optional<Problem> problem(int citizen) {
    return problem[citizen] == NOTHING
        ? Optional.empty()
        : Optional.of(problems.get(problem[citizen]));
  }

  /** The CPR number of the search, for the length of a run; something else if it was none. */
  Optional<String> cpr(int citizen) {
    if (cpr[citizen] == NO_CPR) {
      return Optional.empty();
    }
    return Optional.of(cpr[citizen] == NOT_A_CPR ? "" : "%010d".formatted(cpr[citizen]));
  }

  Optional<String> cprOf(String id) {
    int citizen = citizens.find(id);
    return citizen < 0 ? Optional.empty() : cpr(citizen);
  }

  boolean has(String id) {
    return citizens.find(id) >= 0;
  }

  /** Rows that name no citizen: while there are any, nobody can be said to be gone. */
  int withoutId() {
    return withoutId;
  }
}
