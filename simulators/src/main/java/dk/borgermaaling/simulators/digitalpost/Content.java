package dk.borgermaaling.simulators.digitalpost;

import java.util.List;
import java.util.function.Predicate;

/** What an element of a MeMo message may hold: text of some form, or elements in a fixed order. */
sealed interface Content {
  /**
   * Text of some form.
   *
   * @param rule what the text must be, for the error message
   */
  record Text(String rule, Predicate<String> accepts) implements Content {}

  /** Elements in this order and no others. */
  record Elements(List<Particle> particles) implements Content {
    public Elements {
      particles = List.copyOf(particles);
    }
  }

  /** An element at its place in the order, with how often it may stand there. */
  record Particle(String namespace, String name, int min, int max, Content content) {}
}
