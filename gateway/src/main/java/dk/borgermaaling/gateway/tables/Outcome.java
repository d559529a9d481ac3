package dk.borgermaaling.gateway.tables;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of changes makes of a table.
 *
 * @param content the table as it would be; as it is when there are problems
 * @param touchesPast whether it says another thing of a day before today
 * @param broughtForward as in {@link ChangePreview.Question}
 * @param problems why it cannot be done
 * @param gaps days in between that a key would have no row for
 */
public record Outcome(
    TableContent content,
    TableDiff diff,
    boolean touchesPast,
    @Nullable LocalDate broughtForward,
    List<TableProblem> problems,
    List<Gap> gaps) {
  public Outcome {
    problems = List.copyOf(problems);
    gaps = List.copyOf(gaps);
  }
}
