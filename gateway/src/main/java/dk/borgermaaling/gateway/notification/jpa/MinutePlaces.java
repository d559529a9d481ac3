package dk.borgermaaling.gateway.notification.jpa;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Jdbi;

/**
 * The places of a minute, shared by all nodes. One conditional upsert takes a place; what does not
 * fit is sent on to the first following minute to which fewer than its places have been sent on, at
 * a second of its own, and asks again there. The lock of a minute is held until the transaction of
 * the taker ends. Locks are taken in one order: a municipality before the country, a minute before
 * those after it.
 */
final class MinutePlaces {
  private static final String TAKE =
      """
      INSERT INTO ops.sending_minute AS m (scope, minute, taken, waiting)
      VALUES (:scope, :minute, 1, 0)
      ON CONFLICT (scope, minute) DO UPDATE SET taken = m.taken + 1 WHERE m.taken < :limit
      RETURNING taken
      """;
  private static final String WAIT =
      """
      INSERT INTO ops.sending_minute AS m (scope, minute, taken, waiting)
      VALUES (:scope, :minute, 0, 1)
      ON CONFLICT (scope, minute) DO UPDATE SET waiting = m.waiting + 1 WHERE m.waiting < :limit
      """;
  private static final Duration KEPT = Duration.ofHours(1);
  private static final long MILLIS = Duration.ofMinutes(1).toMillis();

  private final Jdbi jdbi;

  MinutePlaces(Jdbi gateway) {
    this.jdbi = gateway;
  }

  /**
   * Takes a place.
   *
   * @param limit 0 is no limit: nothing is asked or noted
   * @param now real time
   * @return real time to ask again when there is none
   */
  Optional<Instant> take(String scope, int limit, Instant now) {
    if (limit == 0) {
      return Optional.empty();
    }
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    Optional<Integer> taken =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(TAKE)
                    .bind("scope", scope)
                    .bind("minute", utc(minute))
                    .bind("limit", limit)
                    .mapTo(Integer.class)
                    .findOne());
    if (taken.isEmpty()) {
      return Optional.of(waitFor(scope, limit, minute));
    }
    if (taken.get() == 1) {
      forget(scope, minute);
    }
    return Optional.empty();
  }

  /** Of what was taken in this transaction. */
  void giveBack(String scope, int limit, Instant now) {
    if (limit > 0) {
      jdbi.useHandle(
          handle ->
              handle
                  .createUpdate(
                      "UPDATE ops.sending_minute SET taken = taken - 1"
                          + " WHERE scope = :scope AND minute = :minute AND taken > 0")
                  .bind("scope", scope)
                  .bind("minute", utc(now.truncatedTo(ChronoUnit.MINUTES)))
                  .execute());
    }
  }

  private Instant waitFor(String scope, int limit, Instant minute) {
    Instant last =
        jdbi.withHandle(
                handle ->
                    handle
                        .createQuery(
                            "SELECT max(minute) FROM ops.sending_minute"
                                + " WHERE scope = :scope AND minute > :minute")
                        .bind("scope", scope)
                        .bind("minute", utc(minute))
                        .mapTo(OffsetDateTime.class)
                        .findOne())
            .map(OffsetDateTime::toInstant)
            .orElse(minute.plus(1, ChronoUnit.MINUTES));
    while (!sentOn(scope, limit, last)) {
      last = last.plus(1, ChronoUnit.MINUTES);
    }
    return last.plusMillis(ThreadLocalRandom.current().nextLong(MILLIS));
  }

  private boolean sentOn(String scope, int limit, Instant minute) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(WAIT)
                    .bind("scope", scope)
                    .bind("minute", utc(minute))
                    .bind("limit", limit)
                    .execute())
        == 1;
  }

  /** Whoever is the first of a minute clears away the old ones. */
  private void forget(String scope, Instant minute) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM ops.sending_minute WHERE scope = :scope AND minute < :before")
                .bind("scope", scope)
                .bind("before", utc(minute.minus(KEPT)))
                .execute());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
