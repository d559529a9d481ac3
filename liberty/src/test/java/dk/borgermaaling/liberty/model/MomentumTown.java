package dk.borgermaaling.liberty.model;

import dk.borgermaaling.kmd.CitizenRow;
import dk.borgermaaling.kmd.Momentum;
import dk.borgermaaling.kmd.Span;
import dk.borgermaaling.kmd.TaskRow;
import dk.borgermaaling.liberty.model.Told.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One town's Momentum. It tells nothing: what happens changes what is found when somebody looks. It
 * knows a citizen by an id of its own, and its search shows the number of every other one.
 */
final class MomentumTown implements Momentum {
  private static final int PAGE = 7;

  /** Who is in a group. */
  record Member(String code, LocalDate since) {}

  /** A conversation; {@code held} or cancelled. */
  record Task(boolean held, Instant at, int type, String citizen, Instant updatedAt) {}

  final Map<String, Member> members = new TreeMap<>();
  final Map<String, Task> tasks = new TreeMap<>();
  private final Map<String, String> ids = new TreeMap<>();
  private final Map<String, String> numbers = new TreeMap<>();

  void happened(Told told, Instant now) {
    if (told.kind() == Kind.NEW_NUMBER) {
      rename(told);
      return;
    }
    String citizen = ids.computeIfAbsent(told.citizen(), cpr -> "c-" + told.town() + ids.size());
    numbers.putIfAbsent(citizen, told.citizen());
    switch (told.kind()) {
      case STARTED, CHANGED -> {
        if (told.withdrawn()) {
          members.remove(citizen);
        } else if (told.group() != null && told.since() != null) {
          members.put(citizen, new Member(told.group(), told.since()));
        }
      }
      case COURSE_ENDED -> members.remove(citizen);
      case HELD, CANCELLED -> {
        boolean held = told.kind() == Kind.HELD && !told.withdrawn();
        tasks.put(told.entity(), new Task(held, told.at(), told.type(), citizen, now));
      }
      default -> throw new IllegalArgumentException("Momentum has no words for " + told.kind());
    }
  }

  private void rename(Told told) {
    String id = ids.get(told.formerly());
    if (id != null && !told.withdrawn() && !ids.containsKey(told.citizen())) {
      ids.remove(told.formerly());
      ids.put(told.citizen(), id);
      numbers.put(id, told.citizen());
    }
  }

  String number(String citizen) {
    return String.valueOf(numbers.get(citizen));
  }

  /** Whether the search shows the number. */
  static boolean showsNumber(String citizen) {
    return citizen.hashCode() % 2 == 0;
  }

  @Override
  public void citizensIn(String targetGroupCode, Span starts, Consumer<List<CitizenRow>> page) {
    List<CitizenRow> rows = new ArrayList<>();
    members.forEach(
        (citizen, member) -> {
          if (member.code().equals(targetGroupCode) && isWithin(starts, member.since())) {
            rows.add(
                new CitizenRow(
                    citizen,
                    showsNumber(citizen) ? number(citizen) : null,
                    member.code(),
                    member.since().atStartOfDay(Told.DENMARK).toInstant().toString()));
          }
        });
    inPages(rows, page);
  }

  private static boolean isWithin(Span starts, LocalDate since) {
    return (starts.from() == null || !since.isBefore(starts.from()))
        && (starts.to() == null || since.isBefore(starts.to()));
  }

  @Override
  public void conversationsChanged(
      Instant from, @Nullable Instant to, Consumer<List<TaskRow>> page) {
    List<TaskRow> rows = new ArrayList<>();
    tasks.forEach(
        (id, task) -> {
          if (!task.updatedAt().isBefore(from) && (to == null || task.updatedAt().isBefore(to))) {
            rows.add(
                new TaskRow(
                    id,
                    TaskRow.INTERVIEW,
                    task.held() ? TaskRow.COMPLETED : TaskRow.CANCELLED,
                    task.at().toString(),
                    task.updatedAt().toString(),
                    task.citizen(),
                    "CITIZEN",
                    "" + task.type(),
                    "VIDEO"));
          }
        });
    inPages(rows, page);
  }

  private static <T> void inPages(List<T> rows, Consumer<List<T>> page) {
    for (int at = 0; at == 0 || at < rows.size(); at += PAGE) {
      page.accept(rows.subList(at, Math.min(at + PAGE, rows.size())));
    }
  }

  @Override
  public Optional<String> cprOf(String citizenId) {
    String number = number(citizenId);
    return Optional.of(number.substring(0, 6) + "-" + number.substring(6));
  }

  @Override
  public Optional<List<TaxonomyItem>> taxonomy(String code) {
    return Optional.empty();
  }
}
