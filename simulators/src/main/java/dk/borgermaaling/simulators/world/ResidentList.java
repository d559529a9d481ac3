package dk.borgermaaling.simulators.world;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Residents that are given as they are. */
public final class ResidentList implements Residents {
  private final Map<String, Person> people = new LinkedHashMap<>();

  public ResidentList(Collection<Person> people) {
    people.forEach(person -> this.people.put(person.cpr(), person));
  }

  @Override
  public Optional<Person> byCpr(String cpr) {
    return Optional.ofNullable(people.get(cpr));
  }

  @Override
  public Collection<Person> all() {
    return people.values();
  }
}
