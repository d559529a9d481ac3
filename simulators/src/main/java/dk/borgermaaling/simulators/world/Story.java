package dk.borgermaaling.simulators.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that happens, in the order in which the case systems tell it.
 *
 * <p>Every count that follows from the story is the same however long the gateway is away, up to
 * three days of business time (30 s of a demonstration), and although a polled system shows only
 * its latest state. These rules make it so:
 *
 * <ul>
 *   <li>What is told of one citizen comes in order of {@code occurredAt}.
 *   <li>Between two tellings about one citizen lie at least four days, or
 *   <li>none at all: a conversation and its correction at once have the same {@code toldAt} and are
 *       handed over in one batch, so that version 1 is always superseded when it is decided; in a
 *       polled system version 1 never shows. Or
 *   <li>a death, move or exemption follows a trigger by a day (before the invitation leaves): the
 *       trigger happened first and is decided first, so it is invited either way. Or
 *   <li>the later one repeats the earlier event, id and all.
 *   <li>A correction that comes later comes at least five days later, after the first message and
 *       long before the reminder: version 1 has been decided, whatever was down.
 *   <li>A repeat while the invitation is open comes 4 to 9 days after the trigger was told, the
 *       repeat after it is closed on day 16 or 17 when the first was on day 0, on day 17 when it
 *       was on day 1. The same distances are kept when a second town's case system tells the
 *       repeat; it knows nothing of the first, so only time keeps the two in order.
 *   <li>A town tells nothing before its agreement begins, or the gateway would refuse it and keep
 *       nothing. What happened before it is told on its first day, and is stopped however late it
 *       is heard of.
 *   <li>What is heard of later than a day after it happened is planned from when it was heard of,
 *       with its close twelve days after the first message: at the latest on day 16 at 09:00 for a
 *       trigger of day 0, and never within 9 days of the telling.
 * </ul>
 */
public final class Story {
  private static final Comparator<StoryEvent> ORDER =
      Comparator.comparing(StoryEvent::toldAt)
          .thenComparing(StoryEvent::entityId)
          .thenComparingInt(StoryEvent::version)
          .thenComparing(StoryEvent::eventId);

  private final List<StoryEvent> events;

  private Story(List<StoryEvent> events) {
    this.events = events;
  }

  static Story of(World world) {
    List<StoryEvent> events = new ArrayList<>();
    new FateDealer(world)
        .deal((citizen, fate) -> new Chronicle(world, citizen).write(fate, events));
    CompanyChronicle.write(world, events);
    events.sort(ORDER);
    return new Story(List.copyOf(events));
  }

  /** Everything, in the order of telling; a repeated event stands in it twice. */
  public List<StoryEvent> events() {
    return events;
  }

  /** What this way in tells, in the order of telling. */
  public List<StoryEvent> events(Town.Source source) {
    return events.stream().filter(e -> e.town().source() == source).toList();
  }

  /** What this town tells, in the order of telling. */
  public List<StoryEvent> events(Town town) {
    return events.stream().filter(e -> e.town() == town).toList();
  }

  /** The first telling of this event. */
  public Optional<StoryEvent> event(UUID eventId) {
    return events.stream().filter(e -> e.eventId().equals(eventId)).findFirst();
  }

  /** When the last of it is told, business time. */
  public Instant end() {
    return events.get(events.size() - 1).toldAt();
  }
}
