package dk.borgermaaling.simulators.citizens;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Who answers, and what: pure functions of seed and CPR number. About 30 in 100 answer the first
 * message and 10 more a reminder. An answer is 1 to 5, or 0 for "don't know" in 5 of 100; its mean
 * depends on the theme, and every person is a little happier or unhappier with everything.
 */
public final class AnswerHabits {
  private static final double AFTER_FIRST = 0.30;
  private static final double AFTER_REMINDER = 0.10;
  private static final double DOES_NOT_KNOW = 0.05;
  private static final double MOOD = 0.15;

  private AnswerHabits() {}

  /** When this person answers. */
  public static Habit of(long seed, String cpr) {
    double chance = chance(seed, cpr, "habit");
    if (chance < AFTER_FIRST) {
      return Habit.AFTER_FIRST;
    }
    return chance < AFTER_FIRST + AFTER_REMINDER ? Habit.AFTER_REMINDER : Habit.NEVER;
  }

  /** This person's answer to a question: 1 to 5, or 0 for "don't know". */
  public static int answer(long seed, String cpr, String questionId) {
    if (chance(seed, cpr, questionId + " unknown") < DOES_NOT_KNOW) {
      return 0;
    }
    double mood = (chance(seed, cpr, "mood") * 2 - 1) * MOOD;
    double step = (mean(questionId) - 1) / 4 + mood;
    int answer = 1;
    for (int i = 0; i < 4; i++) {
      if (chance(seed, cpr, questionId + " step " + i) < step) {
        answer++;
      }
    }
    return answer;
  }

  /** Mean of a theme's answers, 1 to 5. */
  private static double mean(String questionId) {
    String theme = questionId.replaceFirst("-.*", "");
    return switch (theme) {
      case "meeting" -> 3.9;
      case "conversation" -> 3.8;
      case "overall" -> 3.6;
      case "goals" -> 3.5;
      case "progress" -> 3.1;
      default -> 3.4;
    };
  }

  /** Evenly spread from 0, inclusive, to 1, exclusive. */
  static double chance(long seed, String cpr, String what) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((seed + "|" + cpr + "|" + what).getBytes(StandardCharsets.UTF_8));
      return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-53;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
