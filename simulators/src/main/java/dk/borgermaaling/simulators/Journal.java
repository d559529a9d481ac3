package dk.borgermaaling.simulators;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * The simulators' own store: one file for each topic, one JSON object for each line, only ever
 * added to and read again from the start at the next start-up. A line is handed to the operating
 * system before {@code append} returns, so that it survives a killed process; it is forced to disk
 * at most once a second and at closing, so that a machine that loses power can lose the last
 * second. A last line that was cut off is dropped at opening.
 */
public final class Journal implements Closeable {
  private static final long FORCE_EVERY_NANOS = 1_000_000_000L;

  private final FileChannel file;
  private long forcedAt = System.nanoTime();

  private Journal(FileChannel file) {
    this.file = file;
  }

  /** Opens a topic and replays what it holds, in the order in which it was written. */
  public static Journal open(Path stateDir, String topic, Consumer<JsonObject> replay) {
    try {
      Files.createDirectories(stateDir);
      Path path = stateDir.resolve(topic + ".jsonl");
      long whole = Files.exists(path) ? replay(path, replay) : 0;
      FileChannel file =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      file.truncate(whole);
      file.position(whole);
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
    ByteBuffer line = ByteBuffer.wrap((entry + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (line.hasRemaining()) {
        file.write(line);
      }
      if (System.nanoTime() - forcedAt > FORCE_EVERY_NANOS) {
        file.force(false);
        forcedAt = System.nanoTime();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be written", e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (file.isOpen()) {
      file.force(false);
      file.close();
    }
  }
}
