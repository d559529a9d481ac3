package dk.borgermaaling.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.citizens.AnswerHabits;
import dk.borgermaaling.simulators.citizens.Habit;
import dk.borgermaaling.simulators.world.StoryEvent.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoryTest {
  private static final Set<Kind> NEVER_A_TRIGGER =
      Set.of(Kind.CITIZEN_DIED, Kind.CITIZEN_MOVED, Kind.CITIZEN_EXEMPTED);
  private final World world = World.of(WorldTest.SEED, 1500, WorldTest.MONDAY);
  private final Story story = world.story();
  private final Expected expected = new Expected(story);

  @Test
  void every_stop_reason_occurs_at_least_three_times() {
    Map<String, Long> reasons = reasons();
    assertThat(reasons)
        .containsOnlyKeys(
            "NOT_A_TRIGGER",
            "WITHDRAWN",
            "TOO_LATE",
            "NO_AGREEMENT",
            "RECIPIENT_IS_COMPANY",
            "CITIZEN_DIED",
            "CITIZEN_MOVED",
            "CITIZEN_EXEMPTED",
            "UNDER_18",
            "GROUP_UNKNOWN",
            "GROUP_NOT_SURVEYED",
            "NOT_HELD_BY_MUNICIPALITY",
            "NO_CONVERSATION",
            "TOO_SHORT_IN_GROUP",
            "OPEN_INVITATION",
            "QUARANTINE",
            "INVITED");
    assertThat(reasons.values()).allMatch(n -> n >= 3);
    assertThat(expected.rejected()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void cells_have_invitations_enough_but_for_two() {
    Map<String, Integer> cells = new TreeMap<>();
    expected.invitedByCell().forEach((cell, invited) -> cells.put(cell, invited.size()));
    assertThat(cells).hasSize(20);
    assertThat(cells.remove("TAARNBY/jobafklaring")).isBetween(1, 4);
    assertThat(cells.remove("SILKEBORG/aktivitetsparate")).isBetween(1, 4);
    assertThat(cells.values()).allMatch(n -> n >= 25);
    assertThat(cells.values().stream().mapToInt(n -> n).sum()).isBetween(550, 850);
  }

  @Test
  void with_the_demonstration_s_seed_two_cells_have_fewer_than_five_answers() {
    Map<String, Long> answers = new TreeMap<>();
    expected
        .invitedByCell()
        .forEach(
            (cell, invited) ->
                answers.put(cell, invited.stream().distinct().filter(this::answers).count()));
    assertThat(answers.entrySet())
        .filteredOn(e -> e.getValue() < 5)
        .extracting(Map.Entry::getKey)
        .containsExactly("SILKEBORG/aktivitetsparate", "TAARNBY/jobafklaring");
  }

  private boolean answers(Citizen citizen) {
    return citizen.person().digitalPost()
        && AnswerHabits.of(world.seed(), citizen.person().cpr()) != Habit.NEVER;
  }

  @Test
  void nothing_is_told_before_it_has_happened_or_after_day_18() {
    assertThat(story.events()).allMatch(e -> !e.toldAt().isBefore(e.occurredAt()));
    assertThat(story.end()).isBefore(day(18));
    assertThat(story.events()).isSortedAccordingTo(Comparator.comparing(StoryEvent::toldAt));
  }

  @Test
  void the_last_invitation_at_home_starts_early_enough_for_its_reminder_on_day_21() {
    assertThat(expected.invited())
        .filteredOn(Expected::isAtHome)
        .allMatch(e -> e.occurredAt().isBefore(day(12)));
  }

  @Test
  void the_last_invitation_of_all_starts_early_enough_for_its_reminder_on_day_25() {
    assertThat(expected.invited()).allMatch(e -> e.occurredAt().isBefore(day(18)));
  }

  @Test
  void conversations_are_held_on_weekdays_in_working_hours() {
    assertThat(story.events())
        .filteredOn(e -> e.kind() == Kind.CONVERSATION_HELD)
        .allSatisfy(
            e -> {
              var at = e.occurredAt().atZone(World.DENMARK);
              assertThat(at.getDayOfWeek()).isLessThanOrEqualTo(DayOfWeek.FRIDAY);
              assertThat(at.getHour()).isBetween(9, 14);
            });
  }

  @Test
  void what_is_told_of_one_person_keeps_its_distances() {
    byRecipient()
        .forEach(
            (who, events) -> {
              for (int i = 1; i < events.size(); i++) {
                StoryEvent before = events.get(i - 1);
                StoryEvent after = events.get(i);
                boolean repeats = before.eventId().equals(after.eventId());
                boolean atOnce =
                    before.toldAt().equals(after.toldAt())
                        && before.entityId().equals(after.entityId());
                boolean firstLook = before.kind() == Kind.TARGET_GROUP_STARTED && isFirst(before);
                assertThat(after.occurredAt()).isAfterOrEqualTo(before.occurredAt());
                assertThat(
                        repeats
                            || atOnce
                            || firstLook
                            || NEVER_A_TRIGGER.contains(after.kind())
                            || !after.toldAt().isBefore(before.toldAt().plus(Duration.ofDays(4))))
                    .as("%s then %s", before, after)
                    .isTrue();
              }
            });
  }

  @Test
  void no_decision_depends_on_how_late_the_gateway_hears_of_it() {
    for (int hours : List.of(1, 12, 48, 72)) {
      assertThat(new Expected(story, Duration.ofHours(hours)).decisions())
          .as("%s hours late", hours)
          .isEqualTo(expected.decisions());
    }
  }

  @Test
  void what_is_told_weeks_late_stands_in_the_way_of_what_happens_after_the_telling() {
    Set<String> late =
        story.events().stream()
            .filter(e -> "INVITED".equals(expected.decisions().get(e.eventId())))
            .filter(e -> e.toldAt().isAfter(e.occurredAt().plus(Duration.ofDays(13))))
            .map(StoryEvent::recipient)
            .collect(Collectors.toSet());
    assertThat(late).hasSizeGreaterThanOrEqualTo(8);
    assertThat(story.events())
        .filteredOn(e -> late.contains(e.recipient()))
        .extracting(e -> expected.decisions().get(e.eventId()))
        .filteredOn(reason -> reason.equals("OPEN_INVITATION"))
        .hasSize(late.size());
  }

  @Test
  void conversations_that_were_asked_about_are_corrected_to_what_is_not_asked_about() {
    Map<UUID, Long> invited =
        story.events().stream()
            .filter(e -> "INVITED".equals(expected.decisions().get(e.eventId())))
            .collect(Collectors.groupingBy(StoryEvent::entityId, Collectors.counting()));
    assertThat(story.events())
        .filteredOn(e -> e.version() > 1 && e.kind() == Kind.CONVERSATION_HELD && !e.withdrawn())
        .filteredOn(e -> invited.containsKey(e.entityId()))
        .filteredOn(e -> "NOT_A_TRIGGER".equals(expected.decisions().get(e.eventId())))
        .hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void an_event_id_stands_for_one_version_of_one_entity() {
    Map<UUID, Set<String>> versions =
        story.events().stream()
            .collect(
                Collectors.groupingBy(
                    StoryEvent::eventId,
                    Collectors.mapping(e -> e.entityId() + "/" + e.version(), Collectors.toSet())));
    assertThat(versions.values()).allMatch(v -> v.size() == 1);
    assertThat(versions.values().stream().flatMap(Set::stream)).doesNotHaveDuplicates();
    assertThat(story.events().size() - versions.size()).isGreaterThanOrEqualTo(6);
  }

  @Test
  void a_later_correction_comes_when_the_first_message_has_left_and_the_reminder_has_not() {
    Map<UUID, List<StoryEvent>> entities =
        story.events().stream()
            .filter(e -> e.details().conversationType() != null)
            .collect(Collectors.groupingBy(StoryEvent::entityId));
    Set<UUID> later = new HashSet<>();
    for (List<StoryEvent> versions : entities.values()) {
      StoryEvent first = versions.get(0);
      StoryEvent last = versions.get(versions.size() - 1);
      if (last.version() > 1 && last.toldAt().isAfter(first.toldAt())) {
        Instant sent = Expected.firstMessage(first.occurredAt(), first.toldAt());
        assertThat(last.toldAt())
            .isAfter(sent.plus(Duration.ofDays(3)))
            .isBefore(sent.plus(Duration.ofDays(6)));
        later.add(first.entityId());
      }
    }
    assertThat(later).hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void momentum_shows_nothing_that_it_has_no_place_for() {
    assertThat(story.events(Town.Source.MOMENTUM))
        .allMatch(e -> !NEVER_A_TRIGGER.contains(e.kind()) && !e.withdrawn())
        .allMatch(e -> e.details().responsibleActor() == null && e.citizen().isPresent())
        .allMatch(e -> (e.details().conversationType() == null) == (e.group() != null));
  }

  @Test
  void no_code_in_momentum_loses_so_many_that_its_search_is_taken_for_broken() {
    Map<String, Long> ended = momentumByCode(Kind.COURSE_ENDED);
    Map<String, Long> started = momentumByCode(Kind.TARGET_GROUP_STARTED);
    assertThat(ended).isNotEmpty();
    ended.forEach(
        (code, ends) -> {
          assertThat(ends).as(code).isLessThan(10);
          assertThat(started.get(code)).as(code).isGreaterThan(ends);
        });
  }

  private Map<String, Long> momentumByCode(Kind kind) {
    return story.events(Town.Source.MOMENTUM).stream()
        .filter(e -> e.kind() == kind)
        .flatMap(e -> Stream.ofNullable(e.group()).map(group -> e.town() + "/" + group.code()))
        .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
  }

  private boolean isFirst(StoryEvent event) {
    return !event.occurredAt().isAfter(day(0));
  }

  private Map<String, List<StoryEvent>> byRecipient() {
    return story.events().stream().collect(Collectors.groupingBy(StoryEvent::recipient));
  }

  private Map<String, Long> reasons() {
    return expected.decisions().values().stream()
        .collect(Collectors.groupingBy(r -> r, TreeMap::new, Collectors.counting()));
  }

  private static Instant day(int day) {
    return WorldTest.MONDAY.plusDays(day).atStartOfDay(World.DENMARK).toInstant();
  }
}
