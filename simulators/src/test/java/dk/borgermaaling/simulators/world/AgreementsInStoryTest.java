package dk.borgermaaling.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.citizens.AnswerHabits;
import dk.borgermaaling.simulators.citizens.Habit;
import dk.borgermaaling.simulators.world.StoryEvent.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the story shows of the towns' agreements and of people who are known in two towns. */
class AgreementsInStoryTest {
  private final World world = World.of(WorldTest.SEED, 1500, WorldTest.MONDAY);
  private final Story story = world.story();
  private final Expected expected = new Expected(story);

  @Test
  void who_is_asked_in_two_towns_is_stopped_by_the_second_where_its_agreement_says_so() {
    Map<String, Long> second =
        story.events().stream()
            .filter(e -> e.citizen().isPresent() && !Expected.isAtHome(e))
            .filter(e -> e.kind() == Kind.CONVERSATION_HELD)
            .collect(
                Collectors.groupingBy(
                    e -> e.town() + " " + expected.decisions().get(e.eventId()),
                    TreeMap::new,
                    Collectors.counting()));
    assertThat(second)
        .containsOnlyKeys("ODENSE INVITED", "SILKEBORG OPEN_INVITATION", "SILKEBORG QUARANTINE");
    assertThat(second.values()).allMatch(n -> n >= 3);
  }

  @Test
  void who_is_invited_in_two_towns_answers_in_both() {
    assertThat(expected.invited())
        .filteredOn(e -> !Expected.isAtHome(e) && answers(e.citizen().orElseThrow().person()))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void what_happened_without_an_agreement_is_told_when_there_is_one() {
    LocalDate first = WorldTest.MONDAY.plusDays(1);
    Instant tuesday = first.atStartOfDay(World.DENMARK).toInstant();
    assertThat(story.events())
        .filteredOn(e -> "NO_AGREEMENT".equals(expected.decisions().get(e.eventId())))
        .allMatch(e -> e.occurredAt().isBefore(tuesday))
        .anyMatch(e -> e.citizen().isEmpty());
    assertThat(story.events(Town.SILKEBORG)).allMatch(e -> !e.toldAt().isBefore(tuesday));
    assertThat(expected.invited())
        .as("the agreement's first day counts")
        .anyMatch(e -> e.town() == Town.SILKEBORG && e.date().equals(first));
  }

  private boolean answers(Person person) {
    return person.digitalPost() && AnswerHabits.of(world.seed(), person.cpr()) != Habit.NEVER;
  }
}
