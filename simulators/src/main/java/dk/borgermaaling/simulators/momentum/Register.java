package dk.borgermaaling.simulators.momentum;

import dk.borgermaaling.simulators.world.Citizen;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.Town;
import dk.borgermaaling.simulators.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is in which target group in one town, at any moment of the story. */
final class Register {
  private final Map<UUID, Citizen> citizens = new LinkedHashMap<>();
  private final Map<UUID, List<StoryEvent>> groupEvents = new LinkedHashMap<>();

  /**
   * A time in a target group.
   *
   * @param end last day in the group, inclusive; null while it lasts
   */
  record Spell(String code, LocalDate start, @Nullable LocalDate end) {}

  /** A citizen and the group that lasts. */
  record Member(Citizen citizen, Spell spell) {}

  Register(World world, Town town) {
    world.citizens().stream()
        .filter(c -> c.town() == town)
        .sorted(Comparator.comparing(c -> c.id().toString()))
        .forEach(c -> citizens.put(c.id(), c));
    for (StoryEvent e : world.story().events(town)) {
      // Who lives elsewhere and has a case here.
      e.citizen().ifPresent(c -> citizens.putIfAbsent(c.id(), c));
      if (e.details().conversationType() == null) {
        e.citizen()
            .ifPresent(c -> groupEvents.computeIfAbsent(c.id(), any -> new ArrayList<>()).add(e));
      }
    }
  }

  Optional<Citizen> citizen(String id) {
    return citizens.values().stream().filter(c -> c.id().toString().equals(id)).findFirst();
  }

  Optional<Citizen> byCpr(String cpr) {
    return citizens.values().stream().filter(c -> c.person().cpr().equals(cpr)).findFirst();
  }

  /** Everybody who is in a group, by citizen id. */
  List<Member> members(Instant now) {
    List<Member> members = new ArrayList<>();
    for (Citizen c : citizens.values()) {
      List<Spell> spells = spells(c, now);
      if (!spells.isEmpty() && spells.get(spells.size() - 1).end() == null) {
        members.add(new Member(c, spells.get(spells.size() - 1)));
      }
    }
    return members;
  }

  /** The citizen's groups, oldest first. */
  List<Spell> spells(Citizen citizen, Instant now) {
    List<Spell> spells = new ArrayList<>();
    for (StoryEvent e : groupEvents.getOrDefault(citizen.id(), List.of())) {
      if (!e.toldAt().isAfter(now)) {
        apply(e, spells);
      }
    }
    return spells;
  }

  private static void apply(StoryEvent e, List<Spell> spells) {
    StoryEvent.Group group = e.group();
    boolean ends = e.kind() == StoryEvent.Kind.COURSE_ENDED;
    if (!spells.isEmpty()) {
      Spell last = spells.remove(spells.size() - 1);
      spells.add(new Spell(last.code(), last.start(), ends ? e.date() : e.date().minusDays(1)));
    }
    if (!ends && group != null) {
      spells.add(new Spell(group.code(), group.since(), null));
    }
  }
}
