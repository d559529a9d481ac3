package dk.borgermaaling.simulators.casesystems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.simulators.StoryClock;
import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.support.TestSettings;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.Town;
import dk.borgermaaling.simulators.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TellingTest {
  private static final World WORLD = World.of(20261123, 1500, LocalDate.of(2026, 11, 23));
  @TempDir Path state;
  private final List<StoryEvent> events = WORLD.story().events(Town.Source.FASIT);
  private final List<List<StoryEvent>> received = new ArrayList<>();
  private Instant now = events.get(99).toldAt();
  private boolean down;

  @Test
  void what_is_due_is_told_in_order_and_in_small_batches() throws Exception {
    try (Telling telling = open()) {
      telling.tellDue();
      assertThat(flat()).isEqualTo(events.subList(0, flat().size()));
      assertThat(flat().size()).isGreaterThanOrEqualTo(100);
      assertThat(received).allMatch(b -> b.size() <= Batches.SIZE + 1);
      assertThat(telling.status().getInt("sent")).isEqualTo(flat().size());
      telling.tellDue();
      assertThat(flat()).doesNotHaveDuplicates();
    }
  }

  @Test
  void a_batch_without_receipts_is_sent_again_and_nothing_is_left_out() throws Exception {
    try (Telling telling = open()) {
      down = true;
      assertThatThrownBy(telling::tellDue).isInstanceOf(IOException.class);
      down = false;
      telling.tellDue();
      assertThat(received.get(0)).isEqualTo(received.get(1));
      assertThat(telling.status().getInt("failedAttempts")).isEqualTo(1);
      received.remove(0);
      assertThat(flat()).isEqualTo(events.subList(0, flat().size()));
    }
  }

  @Test
  void the_position_survives_a_restart() throws Exception {
    try (Telling telling = open()) {
      telling.tellDue();
    }
    int before = flat().size();
    now = WORLD.story().end();
    try (Telling telling = open()) {
      assertThat(telling.status().getInt("stored")).isEqualTo(before);
      telling.tellDue();
      assertThat(telling.complete()).isTrue();
    }
    assertThat(flat()).isEqualTo(events);
  }

  @Test
  void the_state_of_another_story_is_refused() throws Exception {
    try (Telling telling = open()) {
      telling.tellDue();
    }
    World other = World.of(1, 200, LocalDate.of(2026, 11, 23));
    assertThatThrownBy(
            () -> new Telling(around(), "fasit", other, Town.Source.FASIT, this::receive))
        .hasMessageContaining("another story");
  }

  @Test
  void everything_told_can_be_told_again_without_moving_on() throws Exception {
    try (Telling telling = open()) {
      telling.tellDue();
      int told = flat().size();
      received.clear();
      assertThat(telling.tellAgain().all()).isEqualTo(told);
      assertThat(flat()).isEqualTo(events.subList(0, told));
      assertThat(telling.status().getInt("sent")).isEqualTo(told);
    }
  }

  @Test
  void a_conversation_and_its_correction_at_once_come_in_one_batch() throws Exception {
    now = WORLD.story().end();
    try (Telling telling = open()) {
      telling.tellDue();
    }
    long parted = 0;
    for (int i = 1; i < received.size(); i++) {
      List<StoryEvent> before = received.get(i - 1);
      StoryEvent last = before.get(before.size() - 1);
      StoryEvent first = received.get(i).get(0);
      boolean pair = last.entityId().equals(first.entityId());
      parted += pair && last.toldAt().equals(first.toldAt()) ? 1 : 0;
    }
    assertThat(parted).isZero();
    int at =
        IntStream.range(Batches.SIZE, events.size())
            .filter(i -> events.get(i).entityId().equals(events.get(i - 1).entityId()))
            .filter(i -> events.get(i).toldAt().equals(events.get(i - 1).toldAt()))
            .findFirst()
            .orElseThrow();
    StoryEvent second = events.get(at);
    assertThat(Batches.next(events, at - Batches.SIZE, now)).contains(second);
  }

  private Receipts receive(List<StoryEvent> batch) throws IOException {
    received.add(List.copyOf(batch));
    if (down) {
      throw new IOException("down");
    }
    return new Receipts(batch.size(), 0, 0);
  }

  private List<StoryEvent> flat() {
    return received.stream().flatMap(List::stream).toList();
  }

  private Telling open() {
    return new Telling(around(), "fasit", WORLD, Town.Source.FASIT, this::receive);
  }

  private Surroundings around() {
    Surroundings plain = TestSettings.surroundings(state);
    Clock fixed = Clock.fixed(now, ZoneOffset.UTC);
    return new Surroundings(
        plain.settings(), new StoryClock(fixed, Instant.EPOCH, Instant.EPOCH, 1));
  }
}
