package dk.borgermaaling.gateway.message.jpa;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.message.TestDelivery.Outcome;
import dk.borgermaaling.gateway.message.TestDelivery.Result;
import dk.borgermaaling.gateway.message.TestStore;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tests in {@code ops.message_test}. */
public final class SqlTestStore implements TestStore {
  /** The lock under which tests begin; any number that nobody else locks. */
  private static final long LOCK = 7_305_118_446_166L;

  private static final String BEGIN =
      """
      INSERT INTO ops.message_test (id, message_uuid, text_id, municipality_code, actor, begun_at,
        outcome, reason)
      VALUES (:form, :message, CAST(:text AS uuid), :municipality, :actor, :at, 'SENDING', '')
      ON CONFLICT (id) DO NOTHING
      """;

  private final Jdbi jdbi;

  public SqlTestStore(Jdbi gateway) {
    this.jdbi = gateway;
  }

  @Override
  public int begunSince(Instant since) {
    return jdbi.withHandle(
        handle -> {
          handle
              .createQuery("SELECT pg_advisory_xact_lock(:lock)")
              .bind("lock", LOCK)
              .mapToMap()
              .list();
          return handle
              .createQuery("SELECT count(*) FROM ops.message_test WHERE begun_at > :since")
              .bind("since", at(since))
              .mapTo(Integer.class)
              .one();
        });
  }

  @Override
  public boolean begin(
      UUID form,
      UUID message,
      @Nullable UUID text,
      MunicipalityCode municipality,
      String actor,
      Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(BEGIN)
                    .bind("form", form)
                    .bind("message", message)
                    .bindByType("text", text, UUID.class)
                    .bind("municipality", municipality.value())
                    .bind("actor", actor)
                    .bind("at", at(at))
                    .execute()
                == 1);
  }

  @Override
  public void end(UUID form, Result result) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE ops.message_test SET outcome = :outcome, reason = :reason"
                        + " WHERE id = :form")
                .bind("outcome", result.outcome().name())
                .bind("reason", result.reason())
                .bind("form", form)
                .execute());
  }

  @Override
  public Optional<Result> find(UUID form) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT outcome, reason FROM ops.message_test WHERE id = :form")
                .bind("form", form)
                .map(
                    (row, context) ->
                        new Result(
                            Outcome.valueOf(row.getString("outcome")), row.getString("reason")))
                .findFirst());
  }

  private static OffsetDateTime at(Instant time) {
    return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
  }
}
