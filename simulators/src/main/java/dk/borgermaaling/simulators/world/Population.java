package dk.borgermaaling.simulators.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the people: how many in each town and group, how old, how long in their group, and who is
 * exempt from Digital Post. Shares follow the full-time persons of Jobindsats roughly; that the
 * exempt are 4 to 8 % and most of them among the aktivitetsparate is a guess.
 */
final class Population {
  private static final int EXEMPT_PERCENT = 5;
  private static final int EXEMPT_PERCENT_FAR_FROM_WORK = 8;
  private static final int MINORS_PER_TOWN = 4;
  private static final Map<String, Integer> SHARES_PER_MILLE = new LinkedHashMap<>();

  static {
    SHARES_PER_MILLE.put("6.1", 270);
    SHARES_PER_MILLE.put("6.2", 85);
    SHARES_PER_MILLE.put("6.3", 110);
    SHARES_PER_MILLE.put("6.4", 65);
    SHARES_PER_MILLE.put("6.5", 70);
    SHARES_PER_MILLE.put("6.6", 270);
    SHARES_PER_MILLE.put("6.7", 115);
    SHARES_PER_MILLE.put(TargetGroups.NOT_SURVEYED_CODE, 15);
  }

  private final long seed;
  private final LocalDate start;
  private final CprNumbers cprNumbers;
  private final Map<Town, Integer> minors = new EnumMap<>(Town.class);

  Population(long seed, LocalDate start) {
    this.seed = seed;
    this.start = start;
    this.cprNumbers = new CprNumbers(new Dice(seed, "cpr"));
  }

  List<Citizen> make(int people) {
    List<Citizen> citizens = new ArrayList<>();
    for (Town town : Town.values()) {
      Dice dice = new Dice(seed, "people of " + town);
      int inTown =
          town == Town.SILKEBORG ? people - citizens.size() : people * town.perMille() / 1000;
      for (String code : codes(inTown)) {
        citizens.add(citizen(town, code, citizens.size(), dice));
      }
    }
    return citizens;
  }

  private static List<String> codes(int count) {
    List<String> codes = new ArrayList<>();
    SHARES_PER_MILLE.forEach(
        (code, share) -> {
          for (int i = 0; i < count * share / 1000; i++) {
            codes.add(code);
          }
        });
    while (codes.size() < count) {
      codes.add(codes.size() % 2 == 0 ? "6.1" : "6.6");
    }
    return codes;
  }

  private Citizen citizen(Town town, String code, int number, Dice dice) {
    boolean minor = code.equals("6.4") && minors.merge(town, 1, Integer::sum) <= MINORS_PER_TOWN;
    LocalDate bornOn = minor ? born(dice, 16, 17) : adult(code, dice);
    boolean farFromWork = code.equals("6.3") || code.equals("6.5");
    boolean exempt = dice.percent(farFromWork ? EXEMPT_PERCENT_FAR_FROM_WORK : EXEMPT_PERCENT);
    return new Citizen(
        new Person(cprNumbers.next(bornOn), town.code(), code, !exempt),
        town,
        Dice.uuid(seed, "citizen " + number),
        Dice.uuid(seed, "course " + number),
        bornOn,
        start.minusDays(dice.between(60, 700)));
  }

  private LocalDate adult(String code, Dice dice) {
    boolean young = code.equals("6.4") || code.equals("6.5");
    return young ? born(dice, 18, 29) : born(dice, code.equals("6.1") ? 25 : 30, 66);
  }

  /** Somebody who is at least {@code youngest} and at most {@code oldest} for all of the story. */
  private LocalDate born(Dice dice, int youngest, int oldest) {
    LocalDate last = start.minusYears(youngest).minusDays(1);
    LocalDate first = start.minusYears(oldest + 1L).plusDays(60);
    return first.plusDays(dice.between(0, (int) (last.toEpochDay() - first.toEpochDay())));
  }
}
