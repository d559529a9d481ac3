package dk.borgermaaling.liberty;

import dk.borgermaaling.liberty.launcher.WholeSystem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** Counts in the gateway's tables, read as their owner. */
public final class Tables {
  private final WholeSystem system;

  public Tables(WholeSystem system) {
    this.system = system;
  }

  public long count(String query) {
    return byName("SELECT 'all', (" + query + ")").getOrDefault("all", 0L);
  }

  /** A query of two columns, a name and a number. */
  public Map<String, Long> byName(String query) {
    try (Connection connection = system.database().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      Map<String, Long> counts = new TreeMap<>();
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
      return counts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
