package dk.borgermaaling.gateway.enquiry.jpa;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.enquiry.OptOutReason;
import dk.borgermaaling.gateway.enquiry.OptOutStore;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.LeftOut;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Opt-outs in {@code contact.opt_out}. */
public final class SqlOptOutStore implements OptOutStore {
  private static final String EXCLUDE =
      """
      INSERT INTO contact.exclusion (municipality_code, citizen_id, mode, month)
      SELECT municipality_code, citizen_id, :mode, :month FROM contact.opt_out
      WHERE municipality_code = :municipality AND citizen_id = ANY(:numbers)
        AND reason <> ALL(:wishes)
      ON CONFLICT DO NOTHING
      """;

  private static final String[] WISHES =
      Stream.of(OptOutReason.values())
          .filter(OptOutReason::isCitizensWish)
          .map(OptOutReason::name)
          .toArray(String[]::new);

  private final Jdbi jdbi;

  public SqlOptOutStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void put(
      MunicipalityCode municipality, CitizenId citizen, OptOutReason reason, Instant madeAt) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO contact.opt_out (municipality_code, citizen_id, reason, made_at)
                    VALUES (:municipality, :citizen, :reason, :at)
                    ON CONFLICT (municipality_code, citizen_id) DO UPDATE
                      SET reason = excluded.reason, made_at = excluded.made_at
                      WHERE opt_out.reason <> excluded.reason
                    """)
                .bind("municipality", municipality.value())
                .bind("citizen", citizen.value())
                .bind("reason", reason.name())
                .bind("at", madeAt.atOffset(ZoneOffset.UTC))
                .execute());
  }

  @Override
  public void remove(MunicipalityCode municipality, CitizenId citizen) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM contact.opt_out"
                        + " WHERE municipality_code = :municipality AND citizen_id = :citizen")
                .bind("municipality", municipality.value())
                .bind("citizen", citizen.value())
                .execute());
  }

  /** One row for a citizen in a month, under the number that was told. */
  @Override
  public void leftOut(Collection<LeftOut> citizens) {
    if (citizens.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          PreparedBatch batch = handle.prepareBatch(EXCLUDE);
          for (LeftOut one : citizens) {
            batch
                .bind("municipality", one.municipality().value())
                .bind("mode", one.mode().name())
                .bind("month", monthOf(one.plannedFirst()))
                .bindArray(
                    "numbers", UUID.class, one.numbers().stream().map(CitizenId::value).toArray())
                .bindArray("wishes", String.class, (Object[]) WISHES)
                .add();
          }
          batch.execute();
        });
  }

  private static LocalDate monthOf(Instant plannedFirst) {
    return LocalDate.ofInstant(plannedFirst, BusinessClock.DENMARK).withDayOfMonth(1);
  }

  @Override
  public Map<CitizenId, Set<MunicipalityCode>> optOutsOf(Collection<CitizenId> citizens) {
    Map<CitizenId, Set<MunicipalityCode>> found = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT citizen_id, municipality_code FROM contact.opt_out"
                        + " WHERE citizen_id = ANY(:citizens)")
                .bindArray(
                    "citizens", UUID.class, citizens.stream().map(CitizenId::value).toArray())
                .map(
                    (row, context) ->
                        Map.entry(
                            new CitizenId(row.getObject("citizen_id", UUID.class)),
                            new MunicipalityCode(row.getString("municipality_code"))))
                .forEach(
                    entry ->
                        found
                            .computeIfAbsent(entry.getKey(), any -> new HashSet<>())
                            .add(entry.getValue())));
    return found;
  }
}
