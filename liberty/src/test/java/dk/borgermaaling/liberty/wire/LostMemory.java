package dk.borgermaaling.liberty.wire;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** What the gateway remembers of Momentum, taken away and, when asked, put back as it was. */
final class LostMemory {
  private static final String OF_MOMENTUM = " WHERE source = 'MOMENTUM'";
  private final Wire wire;
  private final String rows;

  private LostMemory(Wire wire, String rows) {
    this.wire = wire;
    this.rows = rows;
  }

  static LostMemory of(Wire wire) throws SQLException {
    try (Connection connection = wire.system().database().connect();
        Statement statement = connection.createStatement();
        ResultSet kept =
            statement.executeQuery(
                "WITH gone AS (DELETE FROM intake.feed_entity"
                    + OF_MOMENTUM
                    + " RETURNING *) SELECT jsonb_agg(gone) FROM gone")) {
      kept.next();
      return new LostMemory(wire, kept.getString(1));
    }
  }

  void restore() throws SQLException {
    try (Connection connection = wire.system().database().connect();
        Statement forget = connection.createStatement();
        PreparedStatement restore =
            connection.prepareStatement(
                "INSERT INTO intake.feed_entity"
                    + " SELECT * FROM jsonb_populate_recordset(NULL::intake.feed_entity, ?::jsonb)")) {
      connection.setAutoCommit(false);
      forget.executeUpdate("DELETE FROM intake.feed_entity" + OF_MOMENTUM);
      restore.setString(1, rows);
      restore.executeUpdate();
      connection.commit();
    }
  }

  /** The dead letters about Momentum, which has none by the story: how many for each reason. */
  Map<String, Long> takeLettersAway() {
    return wire.tables()
        .byName(
            "WITH gone AS (DELETE FROM intake.dead_letter"
                + OF_MOMENTUM
                + " RETURNING reason) SELECT reason, count(*) FROM gone GROUP BY 1");
  }
}
