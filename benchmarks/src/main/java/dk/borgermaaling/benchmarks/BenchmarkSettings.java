package dk.borgermaaling.benchmarks;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How much is measured, from system properties {@code benchmark.*}.
 *
 * @param state the folder of the running system ({@code mvn -Prun})
 * @param rounds how often both are measured, in turns
 * @param round real time that one is measured in a round
 * @param connections kept open, each with one message at a time
 * @param warmUp messages to each before the first round
 * @param mostMessages to the gateway in a round, however fast it is
 */
record BenchmarkSettings(
    Path state, int rounds, Duration round, int connections, int warmUp, int mostMessages) {
  BenchmarkSettings {
    if (rounds < 1
        || round.isNegative()
        || round.isZero()
        || connections < 1
        || warmUp < 1
        || mostMessages < 1) {
      throw new IllegalArgumentException("every number of the benchmark is at least 1");
    }
  }

  static BenchmarkSettings fromSystemProperties() {
    return new BenchmarkSettings(
        Path.of(System.getProperty("benchmark.state", "state")).toAbsolutePath(),
        Integer.getInteger("benchmark.rounds", 3),
        Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 10)),
        Integer.getInteger("benchmark.connections", 4),
        Integer.getInteger("benchmark.warm-up", 1_500),
        Integer.getInteger("benchmark.messages", 6_000));
  }
}
