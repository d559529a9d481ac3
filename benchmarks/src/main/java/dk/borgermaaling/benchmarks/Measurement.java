package dk.borgermaaling.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What one system did in one round, or in all of them.
 *
 * @param elapsed real time from the first message to the last answer
 * @param cpu processor time of the server, its work after the last answer included
 * @param database processor time of the database, zero for who has none
 * @param nanos each message's time, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Measurement(Duration elapsed, Duration cpu, Duration database, long[] nanos) {

  static Measurement all(List<Measurement> rounds) {
    return new Measurement(
        rounds.stream().map(Measurement::elapsed).reduce(Duration.ZERO, Duration::plus),
        rounds.stream().map(Measurement::cpu).reduce(Duration.ZERO, Duration::plus),
        rounds.stream().map(Measurement::database).reduce(Duration.ZERO, Duration::plus),
        rounds.stream().flatMapToLong(r -> Arrays.stream(r.nanos())).sorted().toArray());
  }

  int messages() {
    return nanos.length;
  }

  double seconds() {
    return elapsed.toNanos() / 1e9;
  }

  double perSecond() {
    return messages() / seconds();
  }

  /**
   * The time within which this share of the messages was answered (nearest rank).
   *
   * @param share above 0, at most 1
   */
  double millis(double share) {
    return nanos[(int) Math.ceil(share * nanos.length) - 1] / 1e6;
  }

  double cpuMillis() {
    return cpu.toNanos() / 1e6 / messages();
  }

  double databaseMillis() {
    return database.toNanos() / 1e6 / messages();
  }
}
