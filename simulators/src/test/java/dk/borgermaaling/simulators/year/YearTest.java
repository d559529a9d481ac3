package dk.borgermaaling.simulators.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dk.borgermaaling.simulators.world.TargetGroups;
import dk.borgermaaling.simulators.year.YearEvent.Kind;
import dk.borgermaaling.simulators.year.YearEvent.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class YearTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final int EVENTS = 60_000;
  private static final List<YearEvent> YEAR = new Year(4, START, EVENTS).stream().toList();

  @Test
  void the_same_seed_tells_the_same_year_and_another_seed_another() {
    assertThat(new Year(4, START, EVENTS).stream().limit(5_000))
        .containsExactlyElementsOf(YEAR.subList(0, 5_000));
    assertThat(new Year(5, START, EVENTS).stream().limit(100))
        .doesNotContainAnyElementsOf(YEAR.subList(0, 100));
  }

  @Test
  void there_are_as_many_events_as_were_asked_for_within_five_percent() {
    assertThat((double) YEAR.size()).isCloseTo(EVENTS, within(EVENTS * 0.05));
  }

  @Test
  void events_are_told_in_order_within_the_year_and_never_before_they_happen() {
    assertThat(YEAR).isSortedAccordingTo((one, other) -> one.toldAt().compareTo(other.toldAt()));
    assertThat(YEAR)
        .allSatisfy(event -> assertThat(event.toldAt()).isAfterOrEqualTo(event.occurredAt()));
    assertThat(YEAR.get(0).toldAt()).isAfterOrEqualTo(Instant.parse("2025-12-31T23:00:00Z"));
    assertThat(YEAR.get(YEAR.size() - 1).toldAt()).isBefore(Instant.parse("2026-12-31T23:00:00Z"));
  }

  @Test
  void no_tenth_of_the_year_is_much_fuller_than_another() {
    Map<Long, Long> byTenth =
        YEAR.stream()
            .collect(
                Collectors.groupingBy(
                    event ->
                        Duration.between(YEAR.get(0).toldAt(), event.toldAt()).toHours()
                            * 10
                            / 8761,
                    Collectors.counting()));
    assertThat(byTenth).hasSize(10);
    assertThat(byTenth.values())
        .allSatisfy(count -> assertThat((double) count).isCloseTo(EVENTS / 10.0, within(900.0)));
  }

  @Test
  void all_municipalities_kinds_ways_and_groups_occur() {
    assertThat(Year.municipalities()).hasSize(98).doesNotHaveDuplicates();
    assertThat(YEAR.stream().map(YearEvent::municipality).collect(Collectors.toSet()))
        .hasSize(98)
        .containsExactlyInAnyOrderElementsOf(Year.municipalities());
    assertThat(YEAR.stream().map(YearEvent::kind).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Kind.values());
    assertThat(YEAR.stream().map(YearEvent::source).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Source.values());
    assertThat(
            YEAR.stream()
                .filter(event -> event.group() != null)
                .map(event -> String.valueOf(event.group()).replaceAll(", since.*", ""))
                .collect(Collectors.toSet()))
        .hasSizeGreaterThanOrEqualTo(17)
        .anyMatch(group -> group.contains(TargetGroups.UNKNOWN_CODE))
        .anyMatch(group -> group.contains("LAB2"));
  }

  @Test
  void shares_are_what_the_odds_say() {
    long all = YEAR.size();
    assertThat(share(event -> event.kind() == Kind.CONVERSATION_HELD, all)).isBetween(0.6, 0.8);
    assertThat(share(event -> event.kind() == Kind.COURSE_ENDED, all)).isBetween(0.08, 0.16);
    long conversations = YEAR.stream().filter(YearTest::isConversation).count();
    assertThat(share(event -> isConversation(event) && event.version() > 1, conversations))
        .isCloseTo(0.04, within(0.008));
    assertThat(share(YearEvent::withdrawn, conversations)).isCloseTo(0.008, within(0.003));
    assertThat(share(event -> lateBy(event) > 30, all)).isCloseTo(0.005, within(0.002));
    Set<UUID> ids = new HashSet<>();
    assertThat(
            share(
                event -> ids.add(event.eventId()) && event.version() == 1 && isDaysLate(event),
                all))
        .isCloseTo(0.04, within(0.008));
    assertThat(1 - (double) ids.size() / all).isCloseTo(0.01, within(0.003));
    assertThat(share(event -> event.municipality().equals("0101"), all))
        .isCloseTo(0.11, within(0.02));
    long lives = YEAR.stream().filter(event -> event.kind() == Kind.COURSE_ENDED).count();
    assertThat(share(event -> event.kind() == Kind.CITIZEN_MOVED, lives)).isBetween(0.015, 0.035);
    assertThat(share(event -> event.kind() == Kind.CITIZEN_DIED, lives)).isBetween(0.001, 0.008);
    assertThat(share(event -> event.kind() == Kind.CITIZEN_EXEMPTED, lives))
        .isBetween(0.008, 0.022);
    assertThat(share(event -> event.kind() == Kind.CITIZEN_PROTECTED, lives))
        .isBetween(0.005, 0.016);
    assertThat(share(event -> event.kind() == Kind.CPR_CHANGED, lives)).isBetween(0.001, 0.006);
  }

  @Test
  void people_are_test_people_and_no_number_belongs_to_two() {
    assertThat(YEAR)
        .allSatisfy(
            event -> assertThat(Integer.parseInt(event.cpr().substring(0, 2))).isBetween(61, 91));
    Numbers numbers = new Numbers(START);
    Set<String> taken = new HashSet<>();
    for (int person = 0; person < 200_000; person++) {
      for (Numbers.Age age : Numbers.Age.values()) {
        assertThat(taken.add(numbers.of(person, age))).isTrue();
        assertThat(taken.add(numbers.changed(person, age))).isTrue();
      }
    }
  }

  @Test
  void what_is_told_after_a_number_changed_is_told_with_the_new_one() {
    YearEvent changed =
        YEAR.stream().filter(event -> event.kind() == Kind.CPR_CHANGED).findFirst().orElseThrow();
    String former = String.valueOf(changed.formerCpr());
    assertThat(changed.cpr()).isNotEqualTo(former).startsWith(former.substring(0, 6));
    assertThat(YEAR.stream().filter(event -> event.toldAt().isAfter(changed.toldAt())))
        .noneMatch(event -> event.cpr().equals(former));
    assertThat(YEAR).filteredOn(event -> event.formerCpr() != null).isNotEmpty();
  }

  @Test
  void versions_of_an_entity_come_one_after_the_other() {
    Map<UUID, Integer> versions = new HashMap<>();
    YEAR.stream()
        .filter(YearTest::isConversation)
        .forEach(
            event ->
                assertThat(event.version())
                    .isLessThanOrEqualTo(
                        versions.merge(event.entityId(), event.version(), Math::max) + 1));
    assertThat(versions.values()).contains(2).allMatch(version -> version <= 2);
  }

  @Test
  void a_million_events_take_no_more_memory_than_the_people_who_are_in_a_course() {
    Iterator<YearEvent> events = new Year(1, START, 1_000_000).iterator();
    int count = 0;
    long most = 0;
    long before = used();
    while (events.hasNext()) {
      events.next();
      if (++count % 250_000 == 0) {
        most = Math.max(most, used() - before);
      }
    }
    assertThat(count).isBetween(950_000, 1_050_000);
    assertThat(most).isLessThan(24 << 20);
  }

  @Test
  void more_people_than_there_are_numbers_are_refused() {
    assertThatThrownBy(() -> new Year(1, START, 100_000_000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean isConversation(YearEvent event) {
    return event.kind() == Kind.CONVERSATION_HELD || event.kind() == Kind.CONVERSATION_CANCELLED;
  }

  private static double share(Predicate<YearEvent> which, long of) {
    return (double) YEAR.stream().filter(which).count() / of;
  }

  private static boolean isDaysLate(YearEvent event) {
    return lateBy(event) > 0 && lateBy(event) <= 30;
  }

  private static long lateBy(YearEvent event) {
    return Duration.between(event.occurredAt(), event.toldAt()).toDays();
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
