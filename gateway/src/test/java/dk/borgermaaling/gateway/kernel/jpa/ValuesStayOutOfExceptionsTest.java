package dk.borgermaaling.gateway.kernel.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dk.borgermaaling.gateway.kernel.Causes;
import dk.borgermaaling.gateway.testing.Database;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a citizen has written must not come back in the exception of a statement that fails. */
class ValuesStayOutOfExceptionsTest {
  private static final String COMMENT = "min sagsbehandler er god";
  private static final String INSERT = "INSERT INTO probe VALUES (:comment)";
  private final Database database = Database.fresh();

  @BeforeEach
  void table() {
    database.owner().useHandle(h -> h.execute("CREATE TABLE probe (comment text PRIMARY KEY)"));
    database.owner().useHandle(h -> h.execute("INSERT INTO probe VALUES (?)", COMMENT));
  }

  @Test
  void one_statement() {
    assertSilent(
        catchThrowable(
            () ->
                database
                    .owner()
                    .useHandle(h -> h.createUpdate(INSERT).bind("comment", COMMENT).execute())));
  }

  @Test
  void a_batch() {
    assertSilent(catchThrowable(() -> database.owner().useHandle(this::insertAll)));
  }

  @Test
  void a_batch_whose_connection_went_away() {
    assertSilent(catchThrowable(() -> database.owner().useHandle(this::insertAllInVain)));
  }

  private void insertAllInVain(Handle handle) {
    int backend = handle.createQuery("SELECT pg_backend_pid()").mapTo(Integer.class).one();
    try (Handle other = database.owner().open()) {
      other.execute("SELECT pg_terminate_backend(?)", backend);
    }
    insertAll(handle);
  }

  private void insertAll(Handle handle) {
    handle
        .prepareBatch(INSERT)
        .bind("comment", COMMENT)
        .add()
        .bind("comment", "another one")
        .add()
        .execute();
  }

  private static void assertSilent(Throwable thrown) {
    StringWriter everything = new StringWriter();
    thrown.printStackTrace(new PrintWriter(everything, true));
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql) {
        sql.forEach(next -> everything.append(next.toString()));
      }
    }
    assertThat(everything.toString()).contains("SQLException").doesNotContain(COMMENT);
    assertThat(Causes.trace(thrown)).contains("SQLSTATE").doesNotContain(COMMENT);
  }
}
