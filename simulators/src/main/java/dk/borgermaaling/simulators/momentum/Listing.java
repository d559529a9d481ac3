package dk.borgermaaling.simulators.momentum;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** A list that callers search, filtered by some of its fields, and how far they have read it. */
final class Listing<T> {
  private final List<String> fields;
  private final Function<Instant, List<T>> entries;
  private final BiPredicate<Filter, T> admits;
  private final Function<T, JsonObject> json;
  private final AtomicReference<Instant> readAt = new AtomicReference<>(Instant.MIN);

  /**
   * A list.
   *
   * @param fields that may be filtered by
   * @param entries at a business time
   */
  Listing(
      List<String> fields,
      Function<Instant, List<T>> entries,
      BiPredicate<Filter, T> admits,
      Function<T, JsonObject> json) {
    this.fields = fields;
    this.entries = entries;
    this.admits = admits;
    this.json = json;
  }

  /** What the filters of the search let through. */
  List<JsonObject> rows(JsonObject search, Instant at) {
    List<Filter> filters = Filter.all(search, fields);
    return entries.apply(at).stream()
        .filter(entry -> filters.stream().allMatch(filter -> admits.test(filter, entry)))
        .map(json)
        .toList();
  }

  /** Somebody has seen the last page. */
  void wasRead(Instant at) {
    readAt.accumulateAndGet(at, (a, b) -> a.isAfter(b) ? a : b);
  }

  /** Business time up to which somebody has seen all of it. */
  Instant readUpTo() {
    return Objects.requireNonNull(readAt.get());
  }
}
