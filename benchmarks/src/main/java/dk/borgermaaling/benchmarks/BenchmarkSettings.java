package dk.borgermaaling.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much is measured, from system properties {@code benchmark.*}.
 *
 * @param state the folder of the running system ({@code mvn -Prun})
 * @param parts what is measured
 * @param rounds how often all are measured, in turns
 * @param round real time that one is measured in a round
 * @param connections kept open, each with one message at a time
 * @param warmUp messages to each before the first round
 * @param mostMessages to the gateway in a round, however fast it is
 */
record BenchmarkSettings(
    Path state,
    Set<Part> parts,
    int rounds,
    Duration round,
    int connections,
    int warmUp,
    int mostMessages) {

  /** What can be measured by itself. */
  enum Part {
    SOAP,
    BATCHES,
    REST,
    SHARES
  }

  BenchmarkSettings {
    parts = Set.copyOf(parts);
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
        parts(System.getProperty("benchmark.parts", "")),
        Integer.getInteger("benchmark.rounds", 3),
        Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 8)),
        Integer.getInteger("benchmark.connections", 4),
        Integer.getInteger("benchmark.warm-up", 1_500),
        Integer.getInteger("benchmark.messages", 6_000));
  }

  private static Set<Part> parts(String names) {
    if (names.isBlank()) {
      return EnumSet.allOf(Part.class);
    }
    return Stream.of(names.split(","))
        .map(name -> Part.valueOf(name.strip().toUpperCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }
}
