package dk.borgermaaling.gateway.selection.jpa;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Snapshot;
import dk.borgermaaling.gateway.selection.Sampling;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.selection.SelectionTerms;
import dk.borgermaaling.gateway.selection.TermsTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The terms in {@code ops.selection_terms} and {@code ops.sampling}, as last read. */
public final class SqlTerms implements TermsTable {
  private final Snapshot<Tables> tables;

  public SqlTerms(Jdbi jdbi) {
    this.tables = new Snapshot<>("the table of selection terms", () -> read(jdbi));
  }

  public void refresh() {
    tables.refresh();
  }

  @Override
  public SelectionTerms of(MunicipalityCode municipality, LocalDate on) {
    return tables.get().terms().stream()
        .filter(row -> row.municipality().equals(municipality) && row.period().contains(on))
        .map(TermsRow::terms)
        .findFirst()
        .orElse(SelectionTerms.STANDARD);
  }

  @Override
  public Optional<Sampling> samplingOf(
      MunicipalityCode municipality, String surveyGroup, LocalDate on) {
    return tables.get().samplings().stream()
        .filter(row -> row.municipality().equals(municipality))
        .filter(row -> row.surveyGroup().equals(surveyGroup) && row.period().contains(on))
        .map(SamplingRow::sampling)
        .findFirst();
  }

  private static Tables read(Jdbi jdbi) {
    return jdbi.withHandle(
        handle ->
            new Tables(
                handle
                    .createQuery("SELECT * FROM ops.selection_terms")
                    .map((row, context) -> terms(row))
                    .list(),
                handle
                    .createQuery("SELECT * FROM ops.sampling")
                    .map((row, context) -> sampling(row))
                    .list()));
  }

  private static TermsRow terms(ResultSet row) throws SQLException {
    return new TermsRow(
        new MunicipalityCode(row.getString("municipality_code")),
        period(row),
        new SelectionTerms(
            SamplingMode.valueOf(row.getString("mode")),
            row.getInt("minimum_weeks"),
            row.getInt("quarantine_weeks"),
            row.getBoolean("asks_protected"),
            row.getBoolean("needs_conversation"),
            row.getBoolean("paused")));
  }

  private static SamplingRow sampling(ResultSet row) throws SQLException {
    int target = row.getInt("target");
    return new SamplingRow(
        new MunicipalityCode(row.getString("municipality_code")),
        row.getString("survey_group"),
        period(row),
        target > 0 ? new Sampling.Target(target) : new Sampling.Share(row.getDouble("share")));
  }

  private static Period period(ResultSet row) throws SQLException {
    return new Period(
        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
  }

  private record Tables(List<TermsRow> terms, List<SamplingRow> samplings) {}

  private record TermsRow(MunicipalityCode municipality, Period period, SelectionTerms terms) {}

  private record SamplingRow(
      MunicipalityCode municipality, String surveyGroup, Period period, Sampling sampling) {}

  private record Period(LocalDate from, @Nullable LocalDate to) {
    boolean contains(LocalDate day) {
      return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
  }
}
