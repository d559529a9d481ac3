package dk.borgermaaling.simulators;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The simulators' own store: one file for each topic, one JSON object for each line, only ever
 * added to and read again from the start at the next start-up. A line is handed to the operating
 * system before {@code append} returns, so that it survives a killed process; it is forced to disk
 * at most once a second and at closing, so that a machine that loses power can lose the last
 * second. A last line that was cut off is dropped at opening. (Not a {@code FileChannel}: that one
 * is closed by the interruption of any thread that writes.)
 */
public final class Journal implements Closeable {
  private static final long FORCE_EVERY_NANOS = 1_000_000_000L;

  private final RandomAccessFile file;
  private long forcedAt = System.nanoTime();

  private Journal(RandomAccessFile file) {
    this.file = file;
  }

  /** Opens a topic and replays what it holds, in the order in which it was written. */
  public static Journal open(Path stateDir, String topic, Consumer<JsonObject> replay) {
    try {
      Files.createDirectories(stateDir);
      Path path = stateDir.resolve(topic + ".jsonl");
      long whole = Files.exists(path) ? replay(path, replay) : 0;
      RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
      file.setLength(whole);
      file.seek(whole);
      return new Journal(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the journal " + topic + " cannot be opened", e);
    }
  }

  private static long replay(Path path, Consumer<JsonObject> replay) throws IOException {
    byte[] all = Files.readAllBytes(path);
    int start = 0;
    for (int i = 0; i < all.length; i++) {
      if (all[i] == '\n') {
        replay.accept(parse(path, new String(all, start, i - start, StandardCharsets.UTF_8)));
        start = i + 1;
      }
    }
    return start;
  }

  private static JsonObject parse(Path path, String line) throws IOException {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new IOException("a line in " + path.getFileName() + " is not JSON", e);
    }
  }

  /** Adds a line. */
  public synchronized void append(JsonObject entry) {
    try {
      file.write((entry + "\n").getBytes(StandardCharsets.UTF_8));
      if (System.nanoTime() - forcedAt > FORCE_EVERY_NANOS) {
        file.getFD().sync();
        forcedAt = System.nanoTime();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be written", e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (file.getFD().valid()) {
      file.getFD().sync();
      file.close();
    }
  }
}
