package dk.borgermaaling.simulators.year;

import dk.borgermaaling.simulators.year.Numbers.Age;
import java.util.List;

/**
 * The target groups (LAB section 6) with their shares among those who come, how long somebody stays
 * and how old they are. Shares follow the full-time persons of Jobindsats roughly, days are guesses
 * that keep their order.
 */
enum Groups {
  UNEMPLOYED("6.1", 270, 28, 300),
  READY_FOR_WORK("6.2", 85, 56, 364),
  READY_FOR_ACTIVITIES("6.3", 110, 120, 364),
  READY_FOR_EDUCATION("6.4", 65, 60, 330),
  YOUNG_READY_FOR_ACTIVITIES("6.5", 70, 120, 364),
  SICK("6.6", 270, 28, 330),
  CLARIFYING("6.7", 115, 180, 364),
  FLEXIBLE_JOB("6.9", 15, 60, 364);

  /** No life is longer. Days. */
  static final int LONGEST = 364;

  private static final List<Groups> ALL = List.of(values());
  private static final int PER_MILLE = ALL.stream().mapToInt(group -> group.perMille).sum();

  private final String code;
  private final int perMille;
  private final int fewestDays;
  private final int mostDays;

  Groups(String code, int perMille, int fewestDays, int mostDays) {
    this.code = code;
    this.perMille = perMille;
    this.fewestDays = fewestDays;
    this.mostDays = mostDays;
  }

  static Groups draw(Chance chance) {
    int at = chance.below(PER_MILLE);
    int group = 0;
    while (at >= ALL.get(group).perMille) {
      at -= ALL.get(group).perMille;
      group++;
    }
    return ALL.get(group);
  }

  String code() {
    return code;
  }

  int days(Chance chance) {
    return chance.between(fewestDays, mostDays);
  }

  Age age(Chance chance) {
    if (chance.falls(Odds.MINOR)) {
      return Age.MINOR;
    }
    return this == READY_FOR_EDUCATION || this == YOUNG_READY_FOR_ACTIVITIES
        ? Age.YOUNG
        : Age.ADULT;
  }
}
