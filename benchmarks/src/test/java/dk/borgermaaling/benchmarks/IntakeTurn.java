package dk.borgermaaling.benchmarks;

import java.time.Duration;

/**
 * What some events took.
 *
 * @param wall from the first one's registration to the last one's decision
 * @param program processor time of this JVM, compiler and collector included
 * @param database processor time of PostgreSQL's processes
 * @param plain wall time of the plain inserts of the same rows
 * @param plainUsed their processor time, in this JVM and in PostgreSQL
 */
record IntakeTurn(
    int events,
    long rows,
    Duration wall,
    Duration program,
    Duration database,
    Duration plain,
    Duration plainUsed) {

  IntakeTurn plus(IntakeTurn other) {
    return new IntakeTurn(
        events + other.events,
        rows + other.rows,
        wall.plus(other.wall),
        program.plus(other.program),
        database.plus(other.database),
        plain.plus(other.plain),
        plainUsed.plus(other.plainUsed));
  }

  double perSecond() {
    return events / seconds(wall);
  }

  double plainPerSecond() {
    return events / seconds(plain);
  }

  /** How much of the rate of plain inserts is left. */
  double ratio() {
    return seconds(plain) / seconds(wall);
  }

  double wallMicros() {
    return seconds(wall) * 1e6 / events;
  }

  double programMicros() {
    return seconds(program) * 1e6 / events;
  }

  double databaseMicros() {
    return seconds(database) * 1e6 / events;
  }

  double plainMicros() {
    return seconds(plainUsed) * 1e6 / events;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
