package dk.borgermaaling.gateway.tables;

import java.util.List;

/** A step of a change set that may not be taken; Danish sentences for the person at the page. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<TableProblem> problems;

  Refused(List<TableProblem> problems) {
    super("a change of a table was refused");
    this.problems = List.copyOf(problems);
  }

  Refused(String text) {
    this(List.of(new TableProblem(0, text)));
  }

  public List<TableProblem> problems() {
    return problems;
  }
}
