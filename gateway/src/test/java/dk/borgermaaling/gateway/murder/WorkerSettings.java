package dk.borgermaaling.gateway.murder;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What a worker is told at its start.
 *
 * @param databasePort where the road to PostgreSQL begins
 * @param postPort where the road to the simulators begins
 * @param door port that receipts come to
 * @param certificates folder of the demonstration's certificates
 * @param keys folder of the vault's keys, the same for all
 * @param clock file that says how far the clock is off
 * @param ready file that is written when the worker works
 */
record WorkerSettings(
    int databasePort,
    int postPort,
    int door,
    Path certificates,
    Path keys,
    Path clock,
    Path ready,
    Breach breach) {

  void write(Path file) throws IOException {
    Files.writeString(
        file,
        """
        database=%d
        post=%d
        door=%d
        certificates=%s
        keys=%s
        clock=%s
        ready=%s
        breach=%s
        """
            .formatted(databasePort, postPort, door, certificates, keys, clock, ready, breach));
  }

  static WorkerSettings read(Path file) throws IOException {
    Properties all = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      all.load(in);
    }
    return new WorkerSettings(
        Integer.parseInt(all.getProperty("database")),
        Integer.parseInt(all.getProperty("post")),
        Integer.parseInt(all.getProperty("door")),
        Path.of(all.getProperty("certificates")),
        Path.of(all.getProperty("keys")),
        Path.of(all.getProperty("clock")),
        Path.of(all.getProperty("ready")),
        Breach.valueOf(all.getProperty("breach")));
  }

  WorkerSettings with(Breach other) {
    return new WorkerSettings(
        databasePort, postPort, door, certificates, keys, clock, ready, other);
  }

  URI post(String path) {
    return URI.create("https://localhost:" + postPort + path);
  }
}
