package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A Momentum in memory, with pages of two, that can break off in the middle. */
final class FakeMomentum implements Momentum {
  private static final int PAGE = 2;

  final Map<String, CitizenRow> citizens = new LinkedHashMap<>();
  final Map<String, TaskRow> tasks = new LinkedHashMap<>();
  final Map<String, String> cprNumbers = new HashMap<>();
  final Set<String> hiddenOnce = new HashSet<>();
  final Map<String, List<TaxonomyItem>> taxonomies = new HashMap<>();

  /** By which code a citizen is found whose row tells another. */
  final Map<String, String> searchedAs = new HashMap<>();

  final List<Span> spans = new ArrayList<>();
  int mostRows = Integer.MAX_VALUE;
  int mostTasks = Integer.MAX_VALUE;
  int taskPagesUntilItBreaks = Integer.MAX_VALUE;
  int taxonomyQuestions;
  int taskSearches;
  final Set<String> hiddenInLooks = new HashSet<>();
  int pagesUntilItBreaks = Integer.MAX_VALUE;
  int cprQuestions;
  Instant tasksAskedFrom = Instant.MIN;

  void in(String citizen, String cpr, String code, String start) {
    citizens.put(citizen, new CitizenRow(citizen, cpr, code, start));
    cprNumbers.put(citizen, cpr);
  }

  void task(String id, int state, String heldAt, String updatedAt, String citizen) {
    tasks.put(
        id, new TaskRow(id, 1, state, heldAt, updatedAt, citizen, "CITIZEN", "7", "PERSONLIGT"));
  }

  @Override
  public void citizensIn(String targetGroupCode, Span starts, Consumer<List<CitizenRow>> page) {
    spans.add(starts);
    List<CitizenRow> rows =
        citizens.values().stream()
            .filter(
                row ->
                    targetGroupCode.equals(
                        searchedAs.getOrDefault(
                            String.valueOf(row.citizenId()),
                            String.valueOf(row.targetGroupCode()))))
            .filter(row -> starts.to() != null || !hiddenInLooks.contains(row.citizenId()))
            .filter(row -> starts.equals(Span.ALL) || contains(starts, row))
            .filter(row -> !hiddenOnce.remove(row.citizenId()))
            .toList();
    if (rows.size() > mostRows && starts.isDivisible()) {
      throw new SearchTooLong();
    }
    inPages(rows, page);
  }

  /** Rows without a time of change are always found. */
  private static boolean isWithin(@Nullable String told, Instant from, @Nullable Instant to) {
    if (told == null) {
      return true;
    }
    Instant changedAt = Instant.parse(told);
    return !changedAt.isBefore(from) && (to == null || changedAt.isBefore(to));
  }

  private static boolean contains(Span starts, CitizenRow row) {
    LocalDate start = MomentumMapping.date("start", row.targetGroupStartDate());
    return (starts.from() == null || !start.isBefore(starts.from()))
        && (starts.to() == null || start.isBefore(starts.to()));
  }

  @Override
  public Optional<List<TaxonomyItem>> taxonomy(String code) {
    taxonomyQuestions++;
    return Optional.ofNullable(taxonomies.get(code));
  }

  @Override
  public void conversationsChanged(
      Instant from, @Nullable Instant to, Consumer<List<TaskRow>> page) {
    taskSearches++;
    tasksAskedFrom = from;
    List<TaskRow> rows =
        tasks.values().stream()
            .filter(row -> isWithin(row.updatedAt(), from, to))
            .filter(row -> !hiddenOnce.remove(row.id()))
            .toList();
    if (rows.size() > Math.min(mostRows, mostTasks) && Momentum.isDivisible(from, to)) {
      throw new SearchTooLong();
    }
    inPages(
        rows,
        part -> {
          if (taskPagesUntilItBreaks-- <= 0) {
            throw new ProblemException(
                new Problem.UpstreamUnavailable("Momentum", Duration.ofMinutes(1)));
          }
          page.accept(part);
        });
  }

  @Override
  public Optional<String> cprOf(String citizenId) {
    cprQuestions++;
    return Optional.ofNullable(cprNumbers.get(citizenId));
  }

  private <T> void inPages(List<T> rows, Consumer<List<T>> page) {
    for (int at = 0; at == 0 || at < rows.size(); at += PAGE) {
      if (pagesUntilItBreaks-- <= 0) {
        throw new ProblemException(
            new Problem.UpstreamUnavailable("Momentum", Duration.ofMinutes(1)));
      }
      page.accept(new ArrayList<>(rows.subList(at, Math.min(at + PAGE, rows.size()))));
    }
  }
}
