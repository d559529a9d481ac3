package dk.borgermaaling.gateway.message;

import java.util.List;

/** A step that may not be taken; Danish sentences for the person at the page. */
public final class TextRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<String> problems;

  TextRefused(List<String> problems) {
    super("a step with a text was refused");
    this.problems = List.copyOf(problems);
  }

  TextRefused(String problem) {
    this(List.of(problem));
  }

  public List<String> problems() {
    return problems;
  }
}
