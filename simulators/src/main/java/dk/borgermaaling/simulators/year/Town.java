package dk.borgermaaling.simulators.year;

import dk.borgermaaling.simulators.year.YearEvent.Source;
import java.time.LocalDate;
import java.util.Map;

/**
 * A municipality with its case system. Which one it has is a guess, the same for every seed: no
 * public list of vendors was found.
 *
 * @param code four digits
 * @param source of its conversations and groups
 * @param oldCodes whether it still tells the codes of the act before 2020
 */
record Town(String code, Source source, boolean oldCodes) {
  private static final Map<String, String> OLD =
      Map.of(
          "6.1", "2.1", "6.2", "2.2", "6.3", "2.3", "6.4", "2.12", "6.5", "2.13", "6.6", "2.5",
          "6.7", "2.14", "6.9", "2.7");

  static Town of(String code) {
    int rest = Integer.parseInt(code) * 31 % 97 % 20;
    Source source =
        rest < 10
            ? Source.MOMENTUM
            : rest < 16 ? Source.FASIT : rest < 18 ? Source.LIST : Source.BESKEDFORDELER;
    return new Town(code, source, rest == 15);
  }

  /** Momentum's tasks tell neither the group nor who is responsible; its search tells the group. */
  boolean tellsGroupWithConversations() {
    return source != Source.MOMENTUM;
  }

  YearEvent.Group group(String code, LocalDate since) {
    String old = oldCodes ? OLD.get(code) : null;
    return old == null
        ? new YearEvent.Group("LAB6", code, since)
        : new YearEvent.Group("LAB2", old, since);
  }
}
