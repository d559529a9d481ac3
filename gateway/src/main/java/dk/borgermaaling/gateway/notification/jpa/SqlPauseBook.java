package dk.borgermaaling.gateway.notification.jpa;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.notification.Pause;
import dk.borgermaaling.gateway.notification.PauseBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Pauses and throttles in {@code ops}, which {@link SqlBrakes} reads. */
public final class SqlPauseBook implements PauseBook {
  private static final String COLUMNS =
      "id, municipality_code, round_id, channel, cause, reason, paused_by, paused_at";

  private final Jdbi jdbi;
  private final Consumer<Pause.Scope> wake;
  private final Clock real;

  /**
   * @param wake has steps looked at again that slept because of a pause
   */
  public SqlPauseBook(Jdbi gateway, Consumer<Pause.Scope> wake, Clock real) {
    this.jdbi = gateway;
    this.wake = wake;
    this.real = real;
  }

  @Override
  public List<Pause> active() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + COLUMNS
                        + " FROM ops.sending_pause WHERE resumed_at IS NULL"
                        + " ORDER BY paused_at DESC, id")
                .map((row, context) -> pause(row))
                .list());
  }

  @Override
  public UUID pause(Pause.Scope scope, String reason, String by) {
    UUID id = UUID.randomUUID();
    MunicipalityCode municipality = scope.municipality();
    Channel channel = scope.channel();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO ops.sending_pause ("
                        + COLUMNS
                        + ") VALUES (:id, :municipality, CAST(:round AS uuid), :channel, 'PERSON', :reason, :by, :at)")
                .bind("id", id)
                .bind("municipality", municipality == null ? null : municipality.value())
                .bindByType("round", scope.round(), UUID.class)
                .bind("channel", channel == null ? null : channel.name())
                .bind("reason", reason)
                .bind("by", by)
                .bind("at", real.instant().atOffset(ZoneOffset.UTC))
                .execute());
    return id;
  }

  @Override
  public Optional<Pause> resume(UUID pause, String by) {
    Optional<Pause> ended =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "UPDATE ops.sending_pause SET resumed_by = :by, resumed_at = :at"
                            + " WHERE id = :id AND resumed_at IS NULL RETURNING "
                            + COLUMNS)
                    .bind("id", pause)
                    .bind("by", by)
                    .bind("at", real.instant().atOffset(ZoneOffset.UTC))
                    .map((row, context) -> pause(row))
                    .findOne());
    ended.ifPresent(one -> wake.accept(one.scope()));
    return ended;
  }

  @Override
  public Map<String, Throttle> throttles() {
    Map<String, Throttle> throttles = new TreeMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT municipality_code, per_minute, set_by, set_at FROM ops.sending_throttle")
                .map(
                    (row, context) ->
                        throttles.put(
                            row.getString("municipality_code"),
                            new Throttle(
                                row.getInt("per_minute"),
                                row.getString("set_by"),
                                row.getObject("set_at", OffsetDateTime.class).toInstant())))
                .list());
    return throttles;
  }

  @Override
  public void throttle(String scope, int perMinute, String by) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO ops.sending_throttle (municipality_code, per_minute, set_by, set_at)
                    VALUES (:scope, :limit, :by, :at)
                    ON CONFLICT (municipality_code) DO UPDATE
                    SET per_minute = :limit, set_by = :by, set_at = :at
                    """)
                .bind("scope", scope)
                .bind("limit", perMinute)
                .bind("by", by)
                .bind("at", real.instant().atOffset(ZoneOffset.UTC))
                .execute());
  }

  @Override
  public void unthrottle(String scope) {
    jdbi.useHandle(
        handle ->
            handle.execute("DELETE FROM ops.sending_throttle WHERE municipality_code = ?", scope));
  }

  private static Pause pause(ResultSet row) throws SQLException {
    @Nullable String municipality = row.getString("municipality_code");
    @Nullable String channel = row.getString("channel");
    return new Pause(
        row.getObject("id", UUID.class),
        new Pause.Scope(
            municipality == null ? null : new MunicipalityCode(municipality),
            row.getObject("round_id", UUID.class),
            channel == null ? null : Channel.valueOf(channel)),
        row.getString("cause"),
        row.getString("reason"),
        row.getString("paused_by"),
        row.getObject("paused_at", OffsetDateTime.class).toInstant());
  }
}
