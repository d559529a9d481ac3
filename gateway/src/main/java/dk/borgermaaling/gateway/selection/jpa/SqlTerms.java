package dk.borgermaaling.gateway.selection.jpa;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Snapshot;
import dk.borgermaaling.gateway.selection.Sampling;
import dk.borgermaaling.gateway.selection.SelectionTerms;
import dk.borgermaaling.gateway.selection.TermsTable;
import dk.borgermaaling.gateway.selection.TermsTables;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The terms in {@code ops.selection_terms} and {@code ops.sampling}, as last read. */
public final class SqlTerms implements TermsTable {
  private final Snapshot<TermsTables> tables;

  public SqlTerms(Jdbi jdbi) {
    SqlSelectionTables sql = new SqlSelectionTables(jdbi);
    this.tables = new Snapshot<>("the table of selection terms", sql::read);
  }

  public void refresh() {
    tables.refresh();
  }

  @Override
  public SelectionTerms of(MunicipalityCode municipality, LocalDate on) {
    return tables.get().of(municipality, on);
  }

  @Override
  public int longestQuarantine(LocalDate on) {
    return tables.get().longestQuarantine(on);
  }

  @Override
  public Optional<Sampling> samplingOf(
      MunicipalityCode municipality, String surveyGroup, LocalDate on) {
    return tables.get().samplingOf(municipality, surveyGroup, on);
  }
}
