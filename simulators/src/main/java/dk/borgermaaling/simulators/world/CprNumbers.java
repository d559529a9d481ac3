package dk.borgermaaling.simulators.world;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * Hands out CPR numbers that cannot belong to a person: the day of month is raised by 60. No number
 * is handed out twice. The seventh digit follows the century rules of cpr.dk; modulus 11 is left to
 * chance, as it is in life.
 */
final class CprNumbers {
  private final Dice dice;
  private final Set<String> taken = new HashSet<>();

  CprNumbers(Dice dice) {
    this.dice = dice;
  }

  String next(LocalDate bornOn) {
    while (true) {
      int seventh = bornOn.getYear() < 2000 ? dice.between(0, 3) : dice.between(4, 9);
      String cpr =
          "%02d%02d%02d%d%03d"
              .formatted(
                  bornOn.getDayOfMonth() + 60,
                  bornOn.getMonthValue(),
                  bornOn.getYear() % 100,
                  seventh,
                  dice.between(0, 999));
      if (taken.add(cpr)) {
        return cpr;
      }
    }
  }
}
