package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is one person to a municipality: the citizens of whom it has told that the number of one
 * became that of another ({@link Happening.CprChanged}), as long as that is not taken back. What
 * one municipality tells of numbers joins nobody in another.
 */
final class People {
  private final Map<CitizenId, List<StoredCaseEvent>> told = new HashMap<>();
  private final Map<MunicipalityCode, Links> byMunicipality = new HashMap<>();
  private final Links ofAnybody = new Links();
  private final Map<Set<CitizenId>, Map<CitizenId, Person>> persons = new HashMap<>();

  /**
   * @param events all stored events of these citizens
   */
  People(Collection<CitizenId> citizens, List<StoredCaseEvent> events, EntityVersions versions) {
    citizens.forEach(citizen -> told.put(citizen, new ArrayList<>()));
    for (StoredCaseEvent event : events) {
      told.computeIfAbsent(event.citizen(), any -> new ArrayList<>()).add(event);
    }
    events.stream()
        .filter(event -> event.happening() instanceof Happening.CprChanged)
        .sorted(StoredCaseEvent.IN_ORDER)
        .forEach(
            event -> {
              ofAnybody.join(event);
              if (!event.withdrawn() && !versions.supersede(event)) {
                byMunicipality
                    .computeIfAbsent(event.municipality(), any -> new Links())
                    .join(event);
              }
            });
  }

  /** Who this citizen is to the municipality. */
  Person of(MunicipalityCode municipality, CitizenId citizen) {
    Links links = byMunicipality.get(municipality);
    Set<CitizenId> numbers = links == null ? Set.of(citizen) : links.numbersOf(citizen);
    CitizenId current = links == null ? citizen : links.current(citizen);
    if (!told.containsKey(citizen)) {
      throw new IllegalArgumentException("nothing was read of " + citizen);
    }
    return persons
        .computeIfAbsent(numbers, any -> new HashMap<>())
        .computeIfAbsent(current, any -> new Person(numbers, current, eventsOf(numbers)));
  }

  /** The persons that these citizens are to the municipality, each once, in their order. */
  List<Person> of(MunicipalityCode municipality, Collection<CitizenId> citizens) {
    List<Person> persons = new ArrayList<>();
    Set<CitizenId> seen = new HashSet<>();
    for (CitizenId citizen : citizens) {
      Person person = of(municipality, citizen);
      if (seen.addAll(person.numbers())) {
        persons.add(person);
      }
    }
    return persons;
  }

  /**
   * These citizens and whomever anybody has ever told to be one of them, taken back or not. They
   * are decided together, because a death counts everywhere.
   */
  Set<CitizenId> concernedWith(Collection<CitizenId> citizens) {
    Set<CitizenId> concerned = new LinkedHashSet<>();
    citizens.forEach(citizen -> concerned.addAll(ofAnybody.numbersOf(citizen)));
    return concerned;
  }

  /**
   * All that was told of these and of whoever is concerned with them, of each such few in order.
   */
  List<StoredCaseEvent> toldOf(Collection<CitizenId> citizens) {
    List<StoredCaseEvent> all = new ArrayList<>();
    Set<CitizenId> seen = new HashSet<>();
    for (CitizenId citizen : citizens) {
      Set<CitizenId> numbers = ofAnybody.numbersOf(citizen);
      if (seen.addAll(numbers)) {
        all.addAll(eventsOf(numbers));
      }
    }
    return all;
  }

  private List<StoredCaseEvent> eventsOf(Set<CitizenId> numbers) {
    if (numbers.size() == 1) {
      return told.getOrDefault(numbers.iterator().next(), List.of());
    }
    return numbers.stream()
        .flatMap(number -> told.getOrDefault(number, List.of()).stream())
        .sorted(StoredCaseEvent.IN_ORDER)
        .toList();
  }

  /**
   * One person, as a municipality knows it.
   *
   * @param numbers all citizens that this person is
   * @param current the one with the number that holds now
   * @param events all of them, in order, in every municipality
   */
  record Person(Set<CitizenId> numbers, CitizenId current, List<StoredCaseEvent> events) {}
}
