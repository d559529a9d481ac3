package dk.borgermaaling.simulators.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everybody in the made-up world and what happens to them. Pure: the same seed, number of people
 * and first day give the same world on every machine, so that a test can compute from it what the
 * gateway must arrive at.
 */
public final class World implements Residents {
  /** All days of the story are Danish civil days. */
  public static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

  private final long seed;
  private final LocalDate start;
  private final List<Citizen> citizens;
  private final Map<String, Citizen> byCpr = new HashMap<>();
  private final Story story;

  private World(long seed, int people, LocalDate start) {
    if (start.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("the story starts on a Monday, not on " + start);
    }
    this.seed = seed;
    this.start = start;
    this.citizens = List.copyOf(new Population(seed, start).make(people));
    citizens.forEach(c -> byCpr.put(c.person().cpr(), c));
    this.story = Story.of(this);
  }

  /**
   * The world of this seed.
   *
   * @param people at least 200, so that every fate finds somebody
   * @param start the first day of the story, a Monday
   */
  public static World of(long seed, int people, LocalDate start) {
    return new World(seed, people, start);
  }

  public long seed() {
    return seed;
  }

  public LocalDate start() {
    return start;
  }

  public List<Citizen> citizens() {
    return citizens;
  }

  public Optional<Citizen> citizen(String cpr) {
    return Optional.ofNullable(byCpr.get(cpr));
  }

  public Story story() {
    return story;
  }

  @Override
  public Optional<Person> byCpr(String cpr) {
    return citizen(cpr).map(Citizen::person);
  }

  @Override
  public Collection<Person> all() {
    return citizens.stream().map(Citizen::person).toList();
  }
}
