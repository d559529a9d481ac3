package dk.borgermaaling.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorldTest {
  static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  static final long SEED = 2026;
  private final World world = World.of(SEED, 1500, MONDAY);

  @Test
  void the_same_seed_gives_the_same_world_and_another_seed_another() {
    World again = World.of(SEED, 1500, MONDAY);
    assertThat(again.citizens()).isEqualTo(world.citizens());
    assertThat(again.story().events()).isEqualTo(world.story().events());
    assertThat(World.of(7, 1500, MONDAY).citizens()).isNotEqualTo(world.citizens());
  }

  @Test
  void cpr_numbers_are_unique_and_cannot_belong_to_a_person() {
    assertThat(world.all()).hasSize(1500);
    assertThat(world.all().stream().map(Person::cpr).distinct()).hasSize(1500);
    assertThat(world.all()).allMatch(p -> p.cpr().matches("[6-9][0-9]{9}"));
    assertThat(world.citizens())
        .allMatch(
            c ->
                Integer.parseInt(c.person().cpr().substring(0, 2)) - 60
                    == c.bornOn().getDayOfMonth());
  }

  @Test
  void everybody_is_of_working_age_but_for_a_few_under_18() {
    assertThat(world.citizens()).allMatch(c -> Period.between(c.bornOn(), MONDAY).getYears() <= 66);
    assertThat(world.citizens().stream().filter(c -> c.isMinorOn(MONDAY.plusDays(30))).count())
        .isBetween(8L, 20L)
        .isEqualTo(world.citizens().stream().filter(c -> c.isMinorOn(MONDAY)).count());
  }

  @Test
  void four_to_eight_percent_are_exempt_from_digital_post() {
    long exempt = world.all().stream().filter(p -> !p.digitalPost()).count();
    assertThat(exempt).isBetween(60L, 120L);
  }

  @Test
  void all_four_towns_and_all_groups_are_lived_in() {
    Map<String, Long> towns =
        world.all().stream()
            .collect(Collectors.groupingBy(Person::municipalityCode, Collectors.counting()));
    assertThat(towns).containsOnlyKeys("0461", "0185", "0751", "0740");
    assertThat(towns.values()).allMatch(n -> n >= 190);
    assertThat(world.all().stream().map(Person::targetGroup).distinct())
        .containsExactlyInAnyOrder("6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.7", "6.9");
  }

  @Test
  void a_small_world_works_too() {
    assertThat(World.of(1, 200, MONDAY).story().events()).isNotEmpty();
  }
}
