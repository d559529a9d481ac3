package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.reporting.web.Choice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a list says: its filters, and where in the list it begins. What cannot be
 * read is as if it were not there.
 */
public final class Filter {
  /** Rows of a page. */
  static final int PAGE = 50;

  private final String path;
  private final Map<String, String> fields = new TreeMap<>();

  Filter(String path) {
    this.path = path;
  }

  Filter with(String field, String value) {
    if (!value.isEmpty()) {
      fields.put(field, value);
    }
    return this;
  }

  /** Links for a list that was read with one row more than a page, by its arrival numbers. */
  <T> Paging paging(String before, List<T> found, ToLongFunction<T> arrival) {
    String older =
        found.size() <= PAGE
            ? null
            : address("before", Long.toString(arrival.applyAsLong(found.get(PAGE - 1))));
    return new Paging(before.isEmpty() ? null : address("", ""), older);
  }

  /** Links for a list that is read by offset. */
  Paging pagingBySkip(int skipped, int found) {
    return new Paging(
        skipped == 0 ? null : address("", ""),
        found <= PAGE ? null : address("skip", Integer.toString(skipped + PAGE)));
  }

  /** The first page. */
  String address() {
    return address("", "");
  }

  private String address(String field, String value) {
    List<String> query = new ArrayList<>();
    fields.forEach((name, content) -> query.add(name + "=" + encode(content)));
    if (!field.isEmpty()) {
      query.add(field + "=" + encode(value));
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static <T> List<T> page(List<T> found) {
    return found.subList(0, Math.min(PAGE, found.size()));
  }

  /** What to look for; PostgreSQL has no text with NUL, so such a value must find nothing. */
  static @Nullable String absent(String value) {
    return value.isEmpty() ? null : value.replace('\0', '\uFFFD');
  }

  static @Nullable MunicipalityCode code(String value) {
    try {
      return value.isEmpty() ? null : new MunicipalityCode(value);
    } catch (ProblemException e) {
      return null;
    }
  }

  static long before(String value) {
    return value.matches("[0-9]{1,18}") ? Long.parseLong(value) : Long.MAX_VALUE;
  }

  static int skip(String value) {
    return value.matches("[0-9]{1,7}") ? Integer.parseInt(value) : 0;
  }

  static List<Choice> choices(Map<String, String> names, String chosen) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Alle", chosen.isEmpty()));
    names.forEach((value, text) -> choices.add(new Choice(value, text, value.equals(chosen))));
    return List.copyOf(choices);
  }

  static List<Choice> outcomes(String chosen) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Alle", chosen.isEmpty()));
    Words.OUTCOMES.forEach(
        (value, explained) ->
            choices.add(new Choice(value, explained.name(), value.equals(chosen))));
    return List.copyOf(choices);
  }

  /**
   * Where a list goes on.
   *
   * @param newest address of the first page; null on it
   * @param older address of the next; null on the last
   */
  public record Paging(@Nullable String newest, @Nullable String older) {}
}
