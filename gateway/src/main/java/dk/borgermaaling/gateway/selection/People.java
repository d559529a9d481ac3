package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is one person: the citizens whose number became that of another ({@link
 * Happening.CprChanged}), as long as that is not taken back.
 */
final class People {
  private final Map<CitizenId, Person> byCitizen = new HashMap<>();

  /**
   * @param events all stored events of these citizens
   */
  People(Collection<CitizenId> citizens, List<StoredCaseEvent> events, EntityVersions versions) {
    Map<CitizenId, Set<CitizenId>> together = new HashMap<>();
    citizens.forEach(citizen -> together.put(citizen, ordered(Set.of(citizen))));
    Map<CitizenId, CitizenId> became = new HashMap<>();
    events.stream()
        .filter(event -> event.happening() instanceof Happening.CprChanged)
        .filter(event -> !event.withdrawn() && !versions.supersede(event))
        .sorted(StoredCaseEvent.IN_ORDER)
        .forEach(event -> join(event, together, became));
    // All numbers of a person have the same set.
    IdentityHashMap<Set<CitizenId>, List<StoredCaseEvent>> told = new IdentityHashMap<>();
    for (StoredCaseEvent event : events) {
      Set<CitizenId> numbers = together.get(event.citizen());
      if (numbers != null) {
        told.computeIfAbsent(numbers, any -> new ArrayList<>()).add(event);
      }
    }
    together.forEach(
        (citizen, numbers) ->
            byCitizen.put(
                citizen,
                new Person(
                    numbers,
                    became.getOrDefault(citizen, citizen),
                    told.getOrDefault(numbers, List.of()))));
  }

  private static void join(
      StoredCaseEvent event,
      Map<CitizenId, Set<CitizenId>> together,
      Map<CitizenId, CitizenId> became) {
    CitizenId former = event.formerly();
    if (former == null) {
      return;
    }
    Set<CitizenId> joined =
        ordered(together.getOrDefault(event.citizen(), Set.of(event.citizen())));
    joined.addAll(together.getOrDefault(former, Set.of(former)));
    joined.forEach(
        citizen -> {
          together.put(citizen, joined);
          became.put(citizen, event.citizen());
        });
  }

  private static Set<CitizenId> ordered(Set<CitizenId> citizens) {
    Set<CitizenId> sorted = new TreeSet<>((one, other) -> one.value().compareTo(other.value()));
    sorted.addAll(citizens);
    return sorted;
  }

  Person of(CitizenId citizen) {
    Person person = byCitizen.get(citizen);
    if (person == null) {
      throw new IllegalArgumentException("nothing was read of " + citizen);
    }
    return person;
  }

  /** The persons that these citizens are, each once, in the order of the citizens. */
  List<Person> of(Collection<CitizenId> citizens) {
    List<Person> persons = new ArrayList<>();
    Set<CitizenId> seen = new HashSet<>();
    for (CitizenId citizen : citizens) {
      Person person = of(citizen);
      if (seen.addAll(person.numbers())) {
        persons.add(person);
      }
    }
    return persons;
  }

  /**
   * One person.
   *
   * @param numbers all citizens that this person is
   * @param current the one with the number that holds now
   * @param events all of them, in order, in every municipality
   */
  record Person(Set<CitizenId> numbers, CitizenId current, List<StoredCaseEvent> events) {}
}
