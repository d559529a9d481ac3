package dk.borgermaaling.liberty.wire;

import dk.borgermaaling.liberty.launcher.WholeSystem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What Beskedfordeler pushed, as the gateway stored it. */
final class RawReceipts {
  private RawReceipts() {}

  /** All of them, the first one first. */
  static List<byte[]> of(WholeSystem system) {
    try (Connection connection = system.database().connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT raw FROM intake.receipt ORDER BY received_at, id")) {
      List<byte[]> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getBytes(1));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
