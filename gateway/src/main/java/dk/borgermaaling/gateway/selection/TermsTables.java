package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableContent;
import dk.borgermaaling.gateway.tables.TableRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Terms and samplings, as they are or as they would be after a change. */
public final class TermsTables implements TermsTable {
  private static final double PERCENT = 100;

  private final TableRows rows;

  public TermsTables(TableRows rows) {
    this.rows = rows;
  }

  /** The same, with another content of one table; other tables than these change nothing. */
  public TermsTables with(TableContent content) {
    return new TermsTables(rows.with(content));
  }

  /** What holds on a day, as if it had always held and always would. */
  public TermsTables always(LocalDate day) {
    return new TermsTables(rows.always(day));
  }

  @Override
  public SelectionTerms of(MunicipalityCode municipality, LocalDate on) {
    return rows(SelectionTable.TERMS, municipality, on)
        .map(TermsTables::terms)
        .findFirst()
        .orElse(SelectionTerms.STANDARD);
  }

  @Override
  public int longestQuarantine(LocalDate on) {
    return rows.of(SelectionTable.TERMS.id()).stream()
        .filter(row -> row.period().contains(on))
        .mapToInt(row -> terms(row.cells()).quarantineWeeks())
        .reduce(SelectionTerms.STANDARD.quarantineWeeks(), Math::max);
  }

  @Override
  public Optional<Sampling> samplingOf(
      MunicipalityCode municipality, String surveyGroup, LocalDate on) {
    return rows(SelectionTable.SAMPLING, municipality, on)
        .filter(cells -> cells.get(1).equals(surveyGroup))
        .map(TermsTables::sampling)
        .findFirst();
  }

  private Stream<List<String>> rows(
      SelectionTable table, MunicipalityCode municipality, LocalDate on) {
    return rows.of(table.id()).stream()
        .filter(row -> row.cells().get(0).equals(municipality.value()))
        .filter(row -> row.period().contains(on))
        .map(Row::cells);
  }

  private static SelectionTerms terms(List<String> cells) {
    return new SelectionTerms(
        SamplingMode.valueOf(cells.get(1)),
        Integer.parseInt(cells.get(2)),
        Integer.parseInt(cells.get(3)),
        Boolean.parseBoolean(cells.get(4)),
        Boolean.parseBoolean(cells.get(5)),
        Boolean.parseBoolean(cells.get(6)));
  }

  private static Sampling sampling(List<String> cells) {
    String percent = cells.get(2);
    return percent.isEmpty()
        ? new Sampling.Target(Integer.parseInt(cells.get(3)))
        : new Sampling.Share(Integer.parseInt(percent) / PERCENT);
  }
}
