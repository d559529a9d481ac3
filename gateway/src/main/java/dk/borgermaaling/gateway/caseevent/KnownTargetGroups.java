package dk.borgermaaling.gateway.caseevent;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Whether a code means anything on a day; the feature {@code survey} knows. */
public interface KnownTargetGroups {
  boolean knows(TargetGroupCode code, LocalDate on);

  /** Whether a code means anything on a day or meant anything before it. */
  boolean knewBy(TargetGroupCode code, LocalDate day);

  /** Every code that means something on a day, with that day as its start; in no order. */
  List<TargetGroupCode> codes(LocalDate on);

  /**
   * What a code means that was told without its system: the one system that writes such a code and
   * whose table knows it on this day. With none or several of them it stays {@linkplain
   * TargetGroupCode#untold untold}, which no table knows.
   */
  default TargetGroupCode meant(String code, LocalDate start, LocalDate on) {
    return only(code, start, group -> knows(group, on));
  }

  /**
   * The same for what is told with a happening, as the way in will judge: a group that is left may
   * be one that the table knew earlier.
   */
  default TargetGroupCode meant(String code, LocalDate start, Happening happening) {
    LocalDate day = happening.date();
    boolean known = systems(code, start).stream().anyMatch(group -> knows(group, day));
    return known || !happening.leavesGroup()
        ? meant(code, start, day)
        : only(code, start, group -> knewBy(group, day));
  }

  /** Whether a code means anything on a day, or did before it, under any code system. */
  default boolean knewBy(String code, LocalDate day) {
    return systems(code, day).stream().anyMatch(group -> knewBy(group, day));
  }

  private static TargetGroupCode only(
      String code, LocalDate start, Predicate<TargetGroupCode> known) {
    List<TargetGroupCode> meanings = systems(code, start).stream().filter(known).toList();
    return meanings.size() == 1 ? meanings.get(0) : TargetGroupCode.untold(code, start);
  }

  private static List<TargetGroupCode> systems(String code, LocalDate start) {
    return Arrays.stream(CodeSystem.values())
        .filter(system -> system.writes(code))
        .map(system -> new TargetGroupCode(system.name(), code, start))
        .toList();
  }
}
