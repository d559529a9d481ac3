package dk.borgermaaling.simulators.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Target group codes (LAB section 6) as the story uses them: which survey group they belong to and
 * which conversation types trigger a survey there. The story needs this to deal out what happens;
 * the gateway has its own tables and the two must agree, which is what the demonstration shows.
 */
public final class TargetGroups {
  /** Not in any table: events that tell it are refused. */
  public static final String UNKNOWN_CODE = "6.99";

  /** Fleksjob: known, and its citizens are not asked. */
  public static final String NOT_SURVEYED_CODE = "6.9";

  private static final Map<String, String> SURVEY_GROUPS =
      Map.of(
          "6.1", "dagpenge",
          "6.2", "jobparate",
          "6.3", "aktivitetsparate",
          "6.4", "jobparate",
          "6.5", "aktivitetsparate",
          "6.6", "sygedagpenge",
          "6.7", "jobafklaring");

  private static final Map<String, List<Integer>> TRIGGERS =
      Map.of(
          "dagpenge", List.of(7, 7, 19),
          "sygedagpenge", List.of(4),
          "jobparate", List.of(7),
          "aktivitetsparate", List.of(7),
          "jobafklaring", List.of(4, 7));

  private static final Map<String, List<Integer>> OTHERS =
      Map.of(
          "dagpenge", List.of(15, 17, 10, 20),
          "sygedagpenge", List.of(7, 12),
          "jobparate", List.of(10, 4, 8),
          "aktivitetsparate", List.of(12, 9),
          "jobafklaring", List.of(12, 9));

  /**
   * Conversations that the unemployment fund holds alone: 15 rådighedssamtale, 20 forsøgssamtale.
   */
  public static final Set<Integer> FUND_ALONE = Set.of(15, 20);

  private TargetGroups() {}

  /** Empty for a code whose citizens are not asked. */
  public static Optional<String> surveyGroup(String code) {
    return Optional.ofNullable(SURVEY_GROUPS.get(code));
  }

  /** DFDG conversation types that trigger a survey; some stand twice because they are frequent. */
  public static List<Integer> triggeringTypes(String code) {
    return TRIGGERS.getOrDefault(SURVEY_GROUPS.getOrDefault(code, "jobparate"), List.of(7));
  }

  /** DFDG conversation types that are held in the group and trigger nothing. */
  public static List<Integer> otherTypes(String code) {
    return OTHERS.getOrDefault(SURVEY_GROUPS.getOrDefault(code, "jobparate"), List.of(12));
  }

  /** The group that a citizen of this one plausibly changes to, in another survey group. */
  public static String next(String code) {
    return switch (code) {
      case "6.1" -> "6.6";
      case "6.6" -> "6.7";
      case "6.2" -> "6.3";
      case "6.3" -> "6.2";
      case "6.4" -> "6.5";
      case "6.5" -> "6.4";
      default -> "6.3";
    };
  }
}
