package dk.borgermaaling.simulators.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Deals fates so that nearly every cell of the report (municipality, survey group) has invitations
 * enough for five answers, with about four in ten answering, and two cells on purpose have not.
 */
final class FateDealer {
  /** At so many invitations fewer than five answers are very unlikely. */
  private static final int ENOUGH = 27;

  private static final int INVITED_PERCENT = 45;

  /** So few that five answers are impossible. */
  private static final int FEW = 4;

  private static final int OTHER_CONVERSATION_PERCENT = 35;

  /** Cells that must stay too small to be shown. */
  private static final Set<String> SMALL_CELLS =
      Set.of(cell(Town.TAARNBY, "jobafklaring"), cell(Town.SILKEBORG, "aktivitetsparate"));

  private final World world;

  FateDealer(World world) {
    this.world = world;
  }

  void deal(BiConsumer<Citizen, Fate> to) {
    for (Town town : Town.values()) {
      Dice dice = new Dice(world.seed(), "fates of " + town);
      Map<Citizen, Fate> dealt = dealSpecial(town, dice);
      fillCells(town, dealt, dice);
      dealt.forEach(to);
    }
  }

  private Map<Citizen, Fate> dealSpecial(Town town, Dice dice) {
    Map<Citizen, Fate> dealt = new LinkedHashMap<>();
    List<Citizen> free = new ArrayList<>();
    List<Citizen> people = world.citizens().stream().filter(c -> c.town() == town).toList();
    for (Citizen c : people) {
      if (c.isMinorOn(world.start())) {
        dealt.put(c, Fate.ASKED_AS_MINOR);
      } else if (c.surveyGroup().isEmpty()) {
        dealt.put(c, Fate.ASKED_IN_OTHER_GROUP);
      } else if (!SMALL_CELLS.contains(cell(c))) {
        free.add(c);
      }
    }
    dice.shuffle(free);
    Map<String, Integer> spare = new TreeMap<>();
    free.forEach(c -> spare.merge(cell(c), 1, Integer::sum));
    spare.replaceAll((cell, size) -> Math.max(size - ENOUGH, 0));
    for (Fate fate : Fate.values()) {
      boolean possible = fate.showsIn(town);
      for (int i = 0; possible && i < fate.count(people.size()); i++) {
        take(free, fate, spare).ifPresent(c -> dealt.put(c, fate));
      }
    }
    return dealt;
  }

  /** The next citizen whose cell can spare one when the fate gives no invitation. */
  private static Optional<Citizen> take(List<Citizen> free, Fate fate, Map<String, Integer> spare) {
    for (Citizen c : free) {
      int left = spare.getOrDefault(cell(c), 0);
      if (fate.invites() || left > 0) {
        free.remove(c);
        spare.put(cell(c), fate.invites() ? left : left - 1);
        return Optional.of(c);
      }
    }
    return Optional.empty();
  }

  private void fillCells(Town town, Map<Citizen, Fate> dealt, Dice dice) {
    Map<String, List<Citizen>> free = new TreeMap<>();
    Map<String, Integer> size = new TreeMap<>();
    Map<String, Integer> invited = new TreeMap<>();
    for (Citizen c : world.citizens()) {
      if (c.town() != town || c.surveyGroup().isEmpty()) {
        continue;
      }
      size.merge(cell(c), 1, Integer::sum);
      Fate fate = dealt.get(c);
      if (fate == null) {
        free.computeIfAbsent(cell(c), any -> new ArrayList<>()).add(c);
      } else if (fate.invites()) {
        invited.merge(cell(c), 1, Integer::sum);
      }
    }
    free.forEach(
        (cell, citizens) -> {
          dice.shuffle(citizens);
          int missing = quota(cell, size.getOrDefault(cell, 0)) - invited.getOrDefault(cell, 0);
          for (Citizen c : citizens) {
            dealt.put(c, missing-- > 0 ? asked(dice) : rest(dice));
          }
        });
  }

  private static int quota(String cell, int people) {
    return SMALL_CELLS.contains(cell) ? FEW : Math.max(ENOUGH, people * INVITED_PERCENT / 100);
  }

  private static Fate asked(Dice dice) {
    return dice.percent(20) ? Fate.FINISHED : Fate.ASKED;
  }

  private static Fate rest(Dice dice) {
    return dice.percent(OTHER_CONVERSATION_PERCENT) ? Fate.OTHER_CONVERSATION : Fate.QUIET;
  }

  private static String cell(Citizen citizen) {
    return cell(citizen.town(), citizen.surveyGroup());
  }

  private static String cell(Town town, String surveyGroup) {
    return town + "/" + surveyGroup;
  }
}
