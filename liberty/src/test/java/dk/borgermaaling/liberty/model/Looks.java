package dk.borgermaaling.liberty.model;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.liberty.model.MomentumTown.Member;
import dk.borgermaaling.liberty.model.MomentumTown.Task;
import dk.borgermaaling.liberty.model.Told.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What looks at one town's Momentum must find, by the words of docs/case-event-fields.md. */
final class Looks {
  /** Nobody knows the id of a found event before it is found. */
  private static final UUID NO_ID = new UUID(0, 0);

  private static final int RECENT_DAYS = 30;

  /** So far back changes of tasks are read the first time, and again every time. */
  private static final Duration FIRST_TIME = Duration.ofDays(30);

  private static final Duration OVERLAP = Duration.ofDays(1);

  /** As last told; {@code at} is when the last event of the citizen occurred. */
  private record Last(boolean in, Member member, Instant at, int version) {}

  private final String town;
  private final MomentumTown momentum;
  private final Map<String, Last> members = new TreeMap<>();
  private final Map<String, Task> tasks = new TreeMap<>();
  private final Map<String, Integer> versions = new TreeMap<>();

  /** The number last told, by Momentum's id. */
  private final Map<String, String> numbers = new TreeMap<>();

  /** The last change of a task that was read. */
  private @Nullable Instant reached;

  Looks(String town, MomentumTown momentum) {
    this.town = town;
    this.momentum = momentum;
  }

  /**
   * A difference.
   *
   * @param gone whether Momentum may not know the citizen any more: who is told of is the person
   *     last told of, by whichever number that person has now
   * @param taken what is remembered when it is not refused
   */
  record Found(String citizen, Told told, boolean gone, Runnable taken) {}

  /** Who is in the look, so that it finds whatever is told of them in order. */
  Set<String> seen(Instant now, boolean complete) {
    LocalDate from = LocalDate.ofInstant(now, Told.DENMARK).minusDays(RECENT_DAYS);
    Set<String> seen = new HashSet<>();
    momentum.members.forEach(
        (citizen, member) -> {
          if (complete || !member.since().isBefore(from)) {
            seen.add(citizen);
          }
        });
    return seen;
  }

  /** Whose group no table knows: nothing of it is told, and a letter waits. */
  Set<String> unreadable(Instant now, boolean complete) {
    Set<String> unreadable = seen(now, complete);
    unreadable.removeIf(citizen -> Rules.isKnown(momentumsMember(citizen).code()));
    return unreadable;
  }

  private Member momentumsMember(String citizen) {
    return Objects.requireNonNull(momentum.members.get(citizen));
  }

  List<Found> find(Instant now, boolean complete) {
    List<Found> found = new ArrayList<>();
    Set<String> seen = seen(now, complete);
    Set<String> gone = new HashSet<>();
    if (complete) {
      members.forEach(
          (citizen, last) -> {
            if (last.in() && !seen.contains(citizen)) {
              gone.add(citizen);
              found.add(gone(citizen, last, now));
            }
          });
    }
    Set<String> concerned = new HashSet<>();
    seen.removeAll(unreadable(now, complete));
    for (String citizen : seen) {
      Found difference = member(citizen);
      if (difference != null) {
        found.add(difference);
      }
      if (difference != null || MomentumTown.showsNumber(citizen)) {
        concerned.add(citizen);
      }
    }
    Instant from = reached == null ? now.minus(FIRST_TIME) : reached.minus(OVERLAP);
    momentum.tasks.forEach(
        (id, task) -> {
          Found difference = task.updatedAt().isBefore(from) ? null : task(id, task, gone);
          if (difference != null) {
            found.add(difference);
            concerned.add(difference.citizen());
          }
        });
    momentum.tasks.values().stream()
        .map(Task::updatedAt)
        .filter(changed -> !changed.isBefore(from))
        .max(Comparator.naturalOrder())
        .ifPresent(last -> reached = last);
    concerned.removeAll(gone);
    concerned.forEach(citizen -> number(citizen, now, found));
    return found;
  }

  private @Nullable Found member(String citizen) {
    Member now = momentumsMember(citizen);
    Last last = members.get(citizen);
    if ((last != null && last.in() && last.member().equals(now))) {
      return null;
    }
    Instant start = now.since().atStartOfDay(Told.DENMARK).toInstant();
    Instant at = last != null && last.at().isAfter(start) ? last.at() : start;
    Kind kind = last != null && last.in() ? Kind.CHANGED : Kind.STARTED;
    int version = last == null ? 1 : last.version() + 1;
    String number = momentum.number(citizen);
    return new Found(
        citizen,
        told(citizen, version, at, number, null, now, kind, 0),
        false,
        () -> {
          members.put(citizen, new Last(true, now, at, version));
          numbers.putIfAbsent(citizen, number);
        });
  }

  private Found gone(String citizen, Last last, Instant now) {
    Instant at = last.at().isAfter(now) ? last.at() : now;
    int version = last.version() + 1;
    return new Found(
        citizen,
        told(citizen, version, at, lastNumber(citizen), null, last.member(), Kind.COURSE_ENDED, 0),
        true,
        () -> members.put(citizen, new Last(false, last.member(), at, version)));
  }

  private @Nullable Found task(String id, Task now, Set<String> gone) {
    Task last = tasks.get(id);
    if (!now.held() && (last == null || !last.held())) {
      return null;
    }
    Task told =
        now.held()
            ? new Task(true, now.at(), now.type(), now.citizen(), Instant.MIN)
            : new Task(
                false, Objects.requireNonNull(last).at(), last.type(), last.citizen(), Instant.MIN);
    if (told.equals(last)) {
      return null;
    }
    String citizen = told.citizen();
    String number = gone.contains(citizen) ? lastNumber(citizen) : momentum.number(citizen);
    int version = versions.getOrDefault(id, 0) + 1;
    return new Found(
        citizen,
        told(
            id,
            version,
            told.at(),
            number,
            null,
            null,
            told.held() ? Kind.HELD : Kind.CANCELLED,
            told.type()),
        gone.contains(citizen),
        () -> {
          tasks.put(id, told);
          versions.put(id, version);
          numbers.putIfAbsent(citizen, number);
        });
  }

  /** Another number than the one last told. */
  private void number(String citizen, Instant now, List<Found> found) {
    String last = numbers.get(citizen);
    String number = momentum.number(citizen);
    if (last == null || last.equals(number)) {
      return;
    }
    String entity = "cpr-" + citizen;
    int version = versions.getOrDefault(entity, 1) + 1;
    found.add(
        new Found(
            citizen,
            told(entity, version, now, number, last, null, Kind.NEW_NUMBER, 0),
            false,
            () -> {
              numbers.put(citizen, number);
              versions.put(entity, version);
            }));
  }

  private String lastNumber(String citizen) {
    return String.valueOf(numbers.get(citizen));
  }

  private Told told(
      String entity,
      int version,
      Instant at,
      String number,
      @Nullable String formerly,
      @Nullable Member group,
      Kind kind,
      int type) {
    return new Told(
        NO_ID,
        EventSource.MOMENTUM,
        town,
        entity,
        version,
        false,
        at,
        number,
        formerly,
        group == null ? null : group.code(),
        group == null ? null : group.since(),
        null,
        null,
        kind,
        type);
  }
}
