package dk.borgermaaling.simulators.momentum;

import java.util.Arrays;
import java.util.Optional;

/**
 * Ways in which Momentum and what stands before it have been seen, or must be expected, to go
 * wrong; each by its name in {@code /momentum/switches/{name}}. Those about rows concern every
 * third citizen or task, always the same ones, unless they say otherwise.
 */
public enum Fault {
  /** A search that finds more than 20 rows is answered 504 until it is asked in parts. */
  LONG_SEARCH_504("long-search-504", 1),
  /** Every second page of more than 20 rows is answered 504. */
  BIG_PAGE_504("big-page-504", 2),
  /** A token that was just given is refused. */
  FRESH_TOKEN_401("fresh-token-401", 1),
  /** The token endpoint answers 503. */
  TOKEN_DOWN("token-down", 1),
  /** Every second request is answered 429 with Retry-After, {@code seconds} (1). */
  TOO_MANY_429("too-many-429", 2),
  /** The last page is told again and again as if there were more. */
  HAS_MORE_FOR_EVER("has-more-for-ever", 1),
  /** A page has no {@code data}. */
  PAGE_WITHOUT_DATA("page-without-data", 1),
  /** Each page begins with the last row of the one before. */
  DUPLICATE_ROWS("duplicate-rows", 1),
  /** The order changes from page to page: some rows come twice, others not at all. */
  MOVING_ROWS("moving-rows", 1),
  /** A search finds the first half of its rows. */
  HALF_A_SEARCH("half-a-search", 1),
  /** Rows without any id. */
  ROW_WITHOUT_ID("row-without-id", 1),
  /** The code of the row is INT-KP. */
  UNKNOWN_CODE("unknown-code", 1),
  /** The code of the row is the municipality's own id of it, as its code list knows it. */
  LOCAL_CODE("local-code", 1),
  /** Every date is written as midnight of UTC instead of UTC of Danish midnight. */
  LOCAL_MIDNIGHT("local-midnight", 1),
  /** Dates of winter are written with the time of summer. */
  SUMMER_IN_WINTER("summer-in-winter", 1),
  /** No row has a CPR number. */
  NO_CPR_IN_SEARCH("no-cpr-in-search", 1),
  /** Citizens are found by searches and are 404 when asked for. */
  CITIZEN_404("citizen-404", 1),
  /** Citizens have another CPR number than before. */
  CHANGED_CPR("changed-cpr", 1),
  /** Tasks were changed in three days, by their {@code updatedAt}. */
  UPDATED_AHEAD("updated-ahead", 1),
  /** Tasks were changed twelve hours earlier than they show, by their {@code updatedAt}. */
  UPDATED_LATE("updated-late", 1),
  /** Every answer has fields that nobody knows. */
  EXTRA_FIELDS("extra-fields", 1),
  /** Rows lack the start of the group, tasks when they were held. */
  MISSING_FIELDS("missing-fields", 1),
  /** The page of a login or of maintenance, with 200. */
  HTML_INSTEAD("html-instead", 1),
  /** Content-Encoding says gzip, the content is none. */
  BROKEN_GZIP("broken-gzip", 1),
  /** JSON in a character set that cannot be JSON's. */
  BROKEN_CHARSET("broken-charset", 1),
  /** An answer takes {@code seconds} (30). */
  SLOW("slow", 1),
  /** The connection is closed without an answer. */
  RESET("reset", 1);

  private final String slug;
  private final int every;

  Fault(String slug, int every) {
    this.slug = slug;
    this.every = every;
  }

  String slug() {
    return slug;
  }

  /** Each so many-th occasion. */
  int every() {
    return every;
  }

  static Optional<Fault> of(String slug) {
    return Arrays.stream(values()).filter(value -> value.slug.equals(slug)).findFirst();
  }
}
