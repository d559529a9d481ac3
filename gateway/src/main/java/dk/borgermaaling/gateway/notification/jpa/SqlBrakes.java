package dk.borgermaaling.gateway.notification.jpa;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.notification.Brakes;
import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.notification.FailureClass;
import dk.borgermaaling.gateway.notification.Notification;
import dk.borgermaaling.gateway.notification.PauseBook;
import dk.borgermaaling.gateway.notification.ThrottleSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brakes as rows of {@code ops}, read in the transaction that takes the step, so that all nodes
 * agree and a pause holds for every step that is taken after its commit. With nothing paused and no
 * throttle it is one query over tables of a few rows.
 */
public final class SqlBrakes implements Brakes {
  private static final Logger LOG = LoggerFactory.getLogger(SqlBrakes.class);
  private static final String STATE =
      """
      SELECT
        EXISTS (SELECT 1 FROM ops.sending_pause p
          WHERE p.resumed_at IS NULL
            AND (p.municipality_code IS NULL OR p.municipality_code = :municipality)
            AND (p.channel IS NULL OR p.channel = :channel)
            AND (p.round_id IS NULL OR p.round_id = (SELECT i.round_id FROM contact.invitation i
              WHERE i.municipality_code = :municipality AND i.id = :invitation))) AS paused,
        (SELECT per_minute FROM ops.sending_throttle
          WHERE municipality_code = :municipality) AS municipality_limit,
        (SELECT per_minute FROM ops.sending_throttle
          WHERE municipality_code = '*') AS country_limit
      """;

  /** The second one while it is paused changes nothing, whichever node says it. */
  private static final String STOP =
      """
      INSERT INTO ops.sending_pause (id, municipality_code, channel, cause, reason, paused_at)
      VALUES (:id, :municipality, :channel, :cause, :reason, :at)
      ON CONFLICT DO NOTHING
      """;

  /** How long a step that is paused sleeps when nobody resumes it, so that it can expire. */
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  private final Jdbi jdbi;
  private final MinutePlaces places;
  private final ThrottleSettings settings;
  private final BusinessClock business;
  private final Clock real;

  public SqlBrakes(Jdbi gateway, ThrottleSettings settings, BusinessClock business, Clock real) {
    this.jdbi = gateway;
    this.places = new MinutePlaces(gateway);
    this.settings = settings;
    this.business = business;
    this.real = real;
  }

  @Override
  public Optional<Instant> heldUntil(Notification.Facts step, Instant now) {
    State state = state(step);
    if (state.paused()) {
      return Optional.of(apart(now.plus(LOOK_AGAIN), step.id().value()));
    }
    Instant at = real.instant();
    String municipality = PauseBook.scopeOf(step.id().municipality());
    Optional<Instant> held = places.take(municipality, state.municipality(), at);
    if (held.isEmpty()) {
      held = places.take(PauseBook.COUNTRY, state.country(), at);
      if (held.isPresent()) {
        places.giveBack(municipality, state.municipality(), at);
      }
    }
    return held.map(free -> toBusiness(free, at, now));
  }

  @Override
  public void stop(MunicipalityCode municipality, Channel channel, Failure why) {
    int stopped =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(STOP)
                    .bind("id", UUID.randomUUID())
                    .bind("municipality", municipality.value())
                    .bind("channel", channel.name())
                    .bind("cause", cause(why.kind()))
                    .bind("reason", why.reason())
                    .bind("at", real.instant().atOffset(ZoneOffset.UTC))
                    .execute());
    if (stopped == 1) {
      // The reason is the service's own words, which belong to the console.
      LOG.error("{} of municipality {} is stopped, {}", channel, municipality, why.kind());
    }
  }

  private static String cause(FailureClass kind) {
    return switch (kind) {
      case AGREEMENT, CONFIGURATION -> kind.name();
      default -> "OTHER";
    };
  }

  private State state(Notification.Facts step) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(STATE)
                .bind("municipality", step.id().municipality().value())
                .bind("channel", step.channel().name())
                .bind("invitation", step.invitation().value())
                .map(
                    (row, context) -> {
                      int country = row.getInt("country_limit");
                      country = row.wasNull() ? settings.country() : country;
                      int one = row.getInt("municipality_limit");
                      one = row.wasNull() ? settings.municipality() : one;
                      return new State(row.getBoolean("paused"), one, country);
                    })
                .one());
  }

  /** Each a little later than the other, so that they do not come back together. */
  private static Instant apart(Instant from, UUID id) {
    return from.plusSeconds(Math.floorMod(id.hashCode(), (int) LOOK_AGAIN.toSeconds()));
  }

  /** Business time passes evenly between two settings of the clock. */
  private Instant toBusiness(Instant later, Instant at, Instant now) {
    Duration hour = Duration.ofHours(1);
    double speed =
        (double) hour.toNanos()
            / Duration.between(business.toReal(now), business.toReal(now.plus(hour))).toNanos();
    return now.plusNanos((long) (Duration.between(at, later).toNanos() * speed));
  }

  private record State(boolean paused, int municipality, int country) {}
}
