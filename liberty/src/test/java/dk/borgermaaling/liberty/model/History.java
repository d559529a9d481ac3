package dk.borgermaaling.liberty.model;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.liberty.model.Told.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of two people, made of dice: most of it in order, and a good deal not. */
final class History {
  private static final List<String> CODES =
      List.of("6.1", "6.1", "6.2", "6.3", "6.6", "6.6", "6.7", "6.9", "6.99");
  private static final List<Integer> TYPES = List.of(4, 7, 7, 19, 12, 15, 20);

  private final Random dice;
  private final SortedMap<EventSource, List<String>> towns;
  private final List<List<String>> people;
  private final List<Told> made = new ArrayList<>();
  private final TreeMap<Integer, List<Told>> toBeTold = new TreeMap<>();
  private final boolean[] renamed = new boolean[2];

  /**
   * @param towns whoever can tell, and of which towns
   * @param people two, with two CPR numbers each
   */
  History(long seed, SortedMap<EventSource, List<String>> towns, List<List<String>> people) {
    this.dice = new Random(seed);
    this.towns = towns;
    this.people = people;
  }

  List<List<String>> people() {
    return people;
  }

  /** What is told in this step, in the order of telling; what happened did so since the last. */
  List<Told> step(int number, Instant before, Instant now) {
    for (int i = dice.nextInt(3); i > 0; i--) {
      long seconds = Math.max(1, now.getEpochSecond() - before.getEpochSecond());
      Told happened = happening(before.plusSeconds(1 + (long) (dice.nextDouble() * (seconds - 1))));
      made.add(happened);
      tellAt(number + delay(), happened);
    }
    if (!made.isEmpty() && dice.nextInt(3) == 0) {
      Told old = made.get(dice.nextInt(made.size()));
      Told again = correction(old);
      made.add(again);
      tellAt(number + delay(), again);
    }
    if (!made.isEmpty() && dice.nextInt(4) == 0) {
      Told old = made.get(dice.nextInt(made.size()));
      tellAt(number, dice.nextInt(4) == 0 ? contradiction(old) : old);
    }
    List<Told> told = new ArrayList<>();
    while (!toBeTold.isEmpty() && toBeTold.firstKey() <= number) {
      told.addAll(toBeTold.pollFirstEntry().getValue());
    }
    Collections.shuffle(told, dice);
    return told;
  }

  private void tellAt(int step, Told told) {
    toBeTold.computeIfAbsent(step, any -> new ArrayList<>()).add(told);
  }

  private int delay() {
    int thrown = dice.nextInt(20);
    if (thrown < 14) {
      return 0;
    }
    return thrown < 19 ? 1 + dice.nextInt(3) : 8 + dice.nextInt(10);
  }

  private Told happening(Instant at) {
    int who = dice.nextInt(2);
    String number = people.get(who).get(renamed[who] ? 1 : 0);
    EventSource source = pick(List.copyOf(towns.keySet()));
    Kind kind = Speech.told(source, kind());
    String formerly = null;
    if (kind == Kind.NEW_NUMBER) {
      if (renamed[who]) {
        kind = Kind.HELD;
      } else {
        renamed[who] = true;
        formerly = number;
        number = people.get(who).get(1);
      }
    }
    boolean talks = kind == Kind.HELD || kind == Kind.CANCELLED;
    boolean needsGroup = kind == Kind.STARTED || kind == Kind.CHANGED;
    String group =
        needsGroup || (kind != Kind.NEW_NUMBER && dice.nextInt(3) > 0) ? pick(CODES) : null;
    LocalDate day = LocalDate.ofInstant(at, Told.DENMARK);
    return Speech.as(
        new Told(
            uuid(),
            source,
            pick(towns.getOrDefault(source, List.of())),
            source == EventSource.FASIT ? uuid().toString() : "e" + dice.nextInt(1_000_000_000),
            1 + dice.nextInt(2),
            false,
            at,
            number,
            formerly,
            group,
            group == null ? null : day.minusDays(dice.nextInt(90)),
            dice.nextInt(6) == 0 ? day.minusDays(1 + dice.nextInt(200)) : null,
            actor(),
            kind,
            talks ? pick(TYPES) : 0));
  }

  private UUID uuid() {
    return new UUID(dice.nextLong(), dice.nextLong());
  }

  private @Nullable String actor() {
    return switch (dice.nextInt(12)) {
      case 0 -> "AKASSE";
      case 1, 2 -> "KOMMUNE";
      default -> null;
    };
  }

  private Kind kind() {
    int thrown = dice.nextInt(60);
    if (thrown < 32) {
      return Kind.HELD;
    }
    if (thrown < 40) {
      return Kind.COURSE_ENDED;
    }
    if (thrown < 46) {
      return Kind.STARTED;
    }
    if (thrown < 49) {
      return Kind.CHANGED;
    }
    return switch (thrown) {
      case 49, 50 -> Kind.ENDED;
      case 51 -> Kind.CANCELLED;
      case 52, 53 -> Kind.MOVED;
      case 54, 55 -> Kind.CAME_HERE;
      case 56 -> Kind.EXEMPTED;
      case 57 -> Kind.PROTECTED;
      case 58 -> Kind.NEW_NUMBER;
      default -> Kind.DIED;
    };
  }

  /** A higher version: taken back, cancelled, told otherwise, or said of somebody else. */
  private Told correction(Told old) {
    int version = old.version() + 1 + dice.nextInt(2);
    int thrown = dice.nextInt(10);
    if (thrown < 3 || old.kind() == Kind.NEW_NUMBER) {
      return Speech.as(old.again(uuid(), version, true, old.kind(), old.type()));
    }
    if (old.kind() == Kind.HELD && thrown < 5) {
      return Speech.as(old.again(uuid(), version, false, Kind.CANCELLED, old.type()));
    }
    Told again =
        Speech.as(old.again(uuid(), version, false, old.kind(), old.type() == 0 ? 0 : pick(TYPES)));
    return thrown == 9 ? again.of(people.get(dice.nextInt(2)).get(0)) : again;
  }

  /** The same version, and the opposite. */
  private static Told contradiction(Told old) {
    return Speech.as(
        new Told(
            old.id(),
            old.source(),
            old.town(),
            old.entity(),
            old.version(),
            !old.withdrawn(),
            old.at(),
            old.citizen(),
            old.formerly(),
            old.group(),
            old.since(),
            old.courseStart(),
            old.actor(),
            old.kind(),
            old.type()));
  }

  private <T> T pick(List<T> from) {
    return from.get(dice.nextInt(from.size()));
  }
}
