package dk.borgermaaling.simulators.momentum;

import dk.borgermaaling.simulators.world.Citizen;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.Town;
import dk.borgermaaling.simulators.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One town's task list: an interview is a task from three days before it is held, completed when it
 * is told, and cancelled when it is taken back. Some bookings are cancelled before they are held
 * and some tasks are no interviews; nothing comes of these.
 */
final class Tasks {
  static final int SIMPLE = 0;
  static final int INTERVIEW = 1;
  static final int ACTIVE = 0;
  static final int COMPLETED = 1;
  static final int CANCELLED = 2;
  private static final Duration BOOKED_BEFORE = Duration.ofDays(3);

  private final List<List<Task>> histories = new ArrayList<>();

  /**
   * A task as it is from {@code updatedAt} on.
   *
   * @param heldAt for interviews that were held
   */
  record Task(
      UUID id,
      int type,
      int state,
      Instant createdAt,
      Instant updatedAt,
      UUID citizen,
      Instant deadline,
      @Nullable Instant heldAt,
      int interviewType,
      StoryEvent.Form form) {}

  Tasks(World world, Town town) {
    Map<UUID, List<Task>> interviews = new LinkedHashMap<>();
    for (StoryEvent e : world.story().events(town)) {
      Integer type = e.details().conversationType();
      if (type != null) {
        List<Task> history = interviews.computeIfAbsent(e.entityId(), id -> new ArrayList<>());
        if (history.isEmpty()) {
          history.add(interview(e, type, ACTIVE, e.occurredAt().minus(BOOKED_BEFORE), null));
        }
        boolean held = e.kind() == StoryEvent.Kind.CONVERSATION_HELD;
        history.add(interview(e, type, held ? COMPLETED : CANCELLED, e.toldAt(), e.occurredAt()));
      }
    }
    histories.addAll(interviews.values());
    int number = 0;
    for (Citizen c : world.citizens()) {
      if (c.town() == town && ++number % 9 == 0) {
        Instant day = world.start().plusDays(number % 14).atStartOfDay(World.DENMARK).toInstant();
        boolean booking = number % 2 == 0;
        histories.add(
            List.of(
                other(c, booking, ACTIVE, day),
                other(
                    c, booking, booking ? CANCELLED : COMPLETED, day.plus(Duration.ofHours(10)))));
      }
    }
  }

  private static Task interview(
      StoryEvent e, int type, int state, Instant updatedAt, @Nullable Instant heldAt) {
    return new Task(
        e.entityId(),
        INTERVIEW,
        state,
        e.occurredAt().minus(BOOKED_BEFORE),
        updatedAt,
        e.citizen().orElseThrow().id(),
        e.occurredAt(),
        heldAt,
        type,
        e.details().form() == null ? StoryEvent.Form.IN_PERSON : e.details().form());
  }

  private static Task other(Citizen citizen, boolean booking, int state, Instant updatedAt) {
    UUID id =
        UUID.nameUUIDFromBytes(("other task of " + citizen.id()).getBytes(StandardCharsets.UTF_8));
    return new Task(
        id,
        booking ? INTERVIEW : SIMPLE,
        state,
        updatedAt,
        updatedAt,
        citizen.id(),
        updatedAt.plus(BOOKED_BEFORE),
        null,
        booking ? 7 : 0,
        StoryEvent.Form.IN_PERSON);
  }

  /** All tasks as they are now, the latest change last. */
  List<Task> at(Instant now) {
    List<Task> tasks = new ArrayList<>();
    for (List<Task> history : histories) {
      history.stream()
          .filter(t -> !t.updatedAt().isAfter(now))
          .reduce((earlier, later) -> later)
          .ifPresent(tasks::add);
    }
    tasks.sort(Comparator.comparing(Task::updatedAt).thenComparing(Task::id));
    return tasks;
  }
}
