package dk.borgermaaling.liberty.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Business time of the demonstration, as the gateway keeps it in {@code ops.clock}: it starts on a
 * Monday at 08:55, a day lasts ten seconds, it waits while the system or the gateway is off, and it
 * runs in real time when the story is over.
 */
public final class DemonstrationClock {
  /** Monday 23 November 2026, 08:55 in Denmark. */
  public static final Instant START = Instant.parse("2026-11-23T07:55:00Z");

  /** Its date in Denmark. */
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 23);

  /** Business seconds in a real second: a day in ten seconds. */
  public static final double SPEED = 8640;

  /** As good as standing still: business time beside real time. */
  static final double WAITING = 1;

  private final Postgres database;

  DemonstrationClock(Postgres database) {
    this.database = database;
  }

  /** Anchors of the running clock. */
  public record Reading(Instant realAnchor, Instant businessAnchor, double speed) {
    public Instant now() {
      long realMillis = System.currentTimeMillis() - realAnchor.toEpochMilli();
      return businessAnchor.plusMillis(Math.round(realMillis * speed));
    }
  }

  public Reading read() {
    try (Connection connection = database.connect();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT real_anchor, business_anchor, speed FROM ops.clock");
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("the gateway has not set its clock");
      }
      return new Reading(
          row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant(), row.getDouble(3));
    } catch (SQLException e) {
      throw new IllegalStateException("the clock could not be read", e);
    }
  }

  /** From {@code reading} on, in the gateway's database alone. */
  void set(Reading reading) {
    try (Connection connection = database.connect();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE ops.clock SET real_anchor = ?, business_anchor = ?, speed = ?")) {
      update.setTimestamp(1, Timestamp.from(reading.realAnchor()));
      update.setTimestamp(2, Timestamp.from(reading.businessAnchor()));
      update.setDouble(3, reading.speed());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the clock could not be set", e);
    }
  }
}
