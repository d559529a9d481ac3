package dk.borgermaaling.gateway.reporting;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A number as every output gets it: with its value, or without one and the reason why. A hidden
 * value is absent, never 0.
 *
 * @param <T> what is shown
 */
public record Shown<T>(Mark mark, @Nullable T value) {
  /** How the number is marked. */
  public enum Mark {
    /** At least 30 people, or a number of people that nothing was measured of. */
    SOLID,
    /** 5 to 29 people: shown with the mark "lavt datagrundlag". */
    THIN,
    /** Hidden: fewer than 5 people, or it would give away a cell that has fewer. */
    HIDDEN,
    /** Nobody is concerned, for example because nobody was asked: there is nothing to hide. */
    NOBODY
  }

  public Shown {
    if ((value != null) != (mark == Mark.SOLID || mark == Mark.THIN)) {
      throw new IllegalArgumentException("a value exactly when the mark says that it is shown");
    }
  }

  static <T> Shown<T> of(T value, int people) {
    return new Shown<>(people < Suppression.THIN_BELOW ? Mark.THIN : Mark.SOLID, value);
  }

  /** People who are counted and no more; hidden when there are some but fewer than these. */
  static Shown<Integer> ofPeople(int people, int fewest) {
    if (people == 0) {
      return nobody();
    }
    return people < fewest ? hidden() : new Shown<>(Mark.SOLID, people);
  }

  static <T> Shown<T> hidden() {
    return new Shown<>(Mark.HIDDEN, null);
  }

  static <T> Shown<T> nobody() {
    return new Shown<>(Mark.NOBODY, null);
  }

  public Optional<T> get() {
    return Optional.ofNullable(value);
  }

  public boolean isThin() {
    return mark == Mark.THIN;
  }

  public <R> Optional<R> map(Function<T, R> reading) {
    return get().map(reading);
  }
}
