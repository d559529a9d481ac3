package dk.borgermaaling.gateway.caselist;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many of everything; what was never counted is 0.
 *
 * @param numbers by {@link Name}
 */
public record Counts(Map<Name, Integer> numbers) {
  public static final Counts NONE = new Counts(Map.of());

  /** What is counted. Things are events that rows tell of; one row may tell of three. */
  public enum Name {
    ROWS,
    ROWS_REFUSED,
    ROWS_LEFT_OUT,
    GROUPS,
    CONVERSATIONS,
    COURSES,
    /** Things that another row of the file has told. */
    REPEATED,
    NEW,
    DUPLICATE,
    CORRECTED,
    SET_ASIDE,
    /** Things that the way in has refused. */
    REFUSED
  }

  public Counts {
    numbers = Map.copyOf(numbers);
  }

  public int of(Name name) {
    return numbers.getOrDefault(name, 0);
  }

  public Counts plus(Counts others) {
    Map<Name, Integer> sum = new TreeMap<>(numbers);
    others.numbers.forEach((name, number) -> sum.merge(name, number, Integer::sum));
    return new Counts(sum);
  }

  /** Counts up while something is read. */
  static final class Tally {
    private final Map<Name, Integer> numbers = new TreeMap<>();

    void add(Name name, int number) {
      if (number != 0) {
        numbers.merge(name, number, Integer::sum);
      }
    }

    void count(ListFile.ReadRow row) {
      add(Name.ROWS, 1);
      boolean refused =
          row.notes().stream().anyMatch(note -> note.code().level() == Note.Level.ERROR);
      add(Name.ROWS_REFUSED, refused ? 1 : 0);
      boolean leftOut =
          row.notes().stream()
              .map(Note::code)
              .anyMatch(code -> code == Note.Code.LEFT_OUT || code == Note.Code.NOTHING_TOLD);
      add(Name.ROWS_LEFT_OUT, !refused && leftOut ? 1 : 0);
      add(Name.REPEATED, row.repeats());
    }

    /** What a row tells of, whatever becomes of it. */
    void told(Matched matched) {
      add(
          switch (matched.draft().kind()) {
            case GROUP -> Name.GROUPS;
            case CONVERSATION -> Name.CONVERSATIONS;
            case COURSE -> Name.COURSES;
          },
          1);
    }

    void stands(Matched matched) {
      add(Name.valueOf(matched.standing().name()), 1);
    }

    Counts counts() {
      return new Counts(numbers);
    }
  }
}
