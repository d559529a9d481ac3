package dk.borgermaaling.liberty.model;

import dk.borgermaaling.liberty.Tables;
import dk.borgermaaling.liberty.launcher.WholeSystem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a running server has stored and decided. */
final class ServerTables {
  private final WholeSystem system;

  ServerTables(WholeSystem system) {
    this.system = system;
  }

  /** Whether nothing waits to be understood or decided. */
  boolean isQuiet() {
    return new Tables(system)
            .count(
                "SELECT (SELECT count(*) FROM intake.case_event WHERE processed_at IS NULL)"
                    + " + (SELECT count(*) FROM intake.distributed_message"
                    + " WHERE sealed IS NOT NULL)")
        == 0;
  }

  Map<String, String> outcomes(Set<String> events) {
    Map<String, String> all = new TreeMap<>();
    texts(World.OUTCOMES).forEach(text -> all.put(text.substring(0, 36), text.substring(37)));
    all.keySet().retainAll(events);
    return all;
  }

  List<String> invitations(Set<String> events) {
    return texts(World.INVITATIONS).stream()
        .filter(text -> events.contains(text.substring(0, 36)))
        .sorted()
        .toList();
  }

  List<String> letters() {
    return texts(World.LETTERS);
  }

  private List<String> texts(String sql) {
    try (Connection connection = system.database().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
