package dk.borgermaaling.gateway.kernel.jpa;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema to the version of this gateway, as the owner of the database and outside a
 * transaction.
 */
public final class Migrations {
  private Migrations() {}

  /** Safe to call on every node at once: Flyway takes a lock in the database. */
  public static void run(DataSource owner) {
    // Flyway wants a marker file from class loaders named com.ibm.*, else it migrates nothing; one
    // of our own has no such
    // name.
    ClassLoader plain = new ClassLoader(Migrations.class.getClassLoader()) {};
    Flyway.configure(plain)
        .dataSource(owner)
        .schemas("ops")
        .locations("classpath:db/migration")
        .outOfOrder(true) // features number their migrations in ranges of their own
        .failOnMissingLocations(true)
        .load()
        .migrate();
  }
}
