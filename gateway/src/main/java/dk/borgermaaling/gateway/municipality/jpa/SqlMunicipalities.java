package dk.borgermaaling.gateway.municipality.jpa;

import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Snapshot;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.municipality.ServiceAgreement;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Municipalities and agreements of {@code ops}, as last read. */
public final class SqlMunicipalities implements Municipalities {
  private final Jdbi jdbi;
  private final Snapshot<Tables> tables;

  public SqlMunicipalities(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.tables = new Snapshot<>("the table of municipalities", () -> read(jdbi));
  }

  public void refresh() {
    tables.refresh();
  }

  /** Stores these agreements if there are none at all: the first start decides. */
  public void agreeFirst(List<ServiceAgreement> agreements) {
    jdbi.useHandle(
        handle -> {
          boolean none =
              handle
                  .createQuery("SELECT NOT EXISTS (SELECT 1 FROM ops.service_agreement)")
                  .mapTo(Boolean.class)
                  .one();
          for (ServiceAgreement agreement : none ? agreements : List.<ServiceAgreement>of()) {
            handle
                .createUpdate(
                    """
                    INSERT INTO ops.service_agreement
                      (municipality_code, valid_from, valid_to, quarantine_across)
                    VALUES (:code, :from, :to, :across) ON CONFLICT DO NOTHING
                    """)
                .bind("code", agreement.municipality().value())
                .bind("from", agreement.validFrom())
                .bind("to", agreement.validTo())
                .bind("across", agreement.quarantineAcross())
                .execute();
          }
        });
  }

  @Override
  public Optional<Municipality> byCode(MunicipalityCode code, LocalDate on) {
    Tables read = tables.get();
    return in(read, read.rows(code).stream(), on).findFirst();
  }

  @Override
  public Optional<Municipality> byCvr(Cvr cvr, LocalDate on) {
    return matching(row -> row.cvr().equals(cvr), on).findFirst();
  }

  @Override
  public List<Municipality> all(LocalDate on) {
    Collator danish = Collator.getInstance(Locale.forLanguageTag("da-DK"));
    return matching(row -> true, on)
        .sorted(Comparator.comparing(Municipality::name, danish))
        .toList();
  }

  private Stream<Municipality> matching(Predicate<Row> wanted, LocalDate on) {
    Tables read = tables.get();
    return in(read, read.municipalities().stream().filter(wanted), on);
  }

  private static Stream<Municipality> in(Tables read, Stream<Row> rows, LocalDate on) {
    return rows.filter(row -> contains(row.validFrom(), row.validTo(), on))
        .map(row -> row.toDomain(read.agreement(row.code(), on)));
  }

  private static boolean contains(LocalDate from, @Nullable LocalDate to, LocalDate day) {
    return !day.isBefore(from) && (to == null || day.isBefore(to));
  }

  private static Tables read(Jdbi jdbi) {
    return jdbi.withHandle(
        handle ->
            new Tables(
                handle
                    .createQuery(
                        "SELECT code, name, authority_name, cvr, valid_from, valid_to"
                            + " FROM ops.municipality")
                    .map(
                        (row, context) ->
                            new Row(
                                new MunicipalityCode(row.getString("code")),
                                row.getString("name"),
                                row.getString("authority_name"),
                                new Cvr(row.getString("cvr")),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class)))
                    .list(),
                handle
                    .createQuery(
                        "SELECT municipality_code, valid_from, valid_to, quarantine_across"
                            + " FROM ops.service_agreement")
                    .map(
                        (row, context) ->
                            new ServiceAgreement(
                                new MunicipalityCode(row.getString("municipality_code")),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class),
                                row.getBoolean("quarantine_across")))
                    .list()));
  }

  private record Tables(
      List<Row> municipalities,
      Map<MunicipalityCode, List<Row>> byCode,
      Map<MunicipalityCode, List<ServiceAgreement>> agreements) {
    Tables(List<Row> municipalities, List<ServiceAgreement> agreements) {
      this(
          municipalities,
          municipalities.stream().collect(Collectors.groupingBy(Row::code)),
          agreements.stream().collect(Collectors.groupingBy(ServiceAgreement::municipality)));
    }

    List<Row> rows(MunicipalityCode code) {
      return byCode.getOrDefault(code, List.of());
    }

    Optional<ServiceAgreement> agreement(MunicipalityCode code, LocalDate on) {
      return agreements.getOrDefault(code, List.of()).stream()
          .filter(agreement -> contains(agreement.validFrom(), agreement.validTo(), on))
          .findFirst();
    }
  }

  private record Row(
      MunicipalityCode code,
      String name,
      String authorityName,
      Cvr cvr,
      LocalDate validFrom,
      @Nullable LocalDate validTo) {
    Municipality toDomain(Optional<ServiceAgreement> agreement) {
      return new Municipality(
          code,
          name,
          authorityName,
          cvr,
          agreement.isPresent(),
          agreement.map(ServiceAgreement::quarantineAcross).orElse(false));
    }
  }
}
