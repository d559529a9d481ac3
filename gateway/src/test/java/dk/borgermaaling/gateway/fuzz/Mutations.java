package dk.borgermaaling.gateway.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The inputs of a fuzz target, changed at random and always alike: what every build tries, where
 * Jazzer itself tries them for as long as it is given (docs/architecture.md).
 */
public final class Mutations {
  private static final int RUNS = 20_000;
  private static final long SEED = 2026;
  private static final int MOST_CHANGES = 6;
  private static final List<String> WORDS =
      List.of(
          "<",
          ">",
          "&",
          "\"",
          "'",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<?x?>",
          "<!DOCTYPE x>",
          "&#0;",
          "&x;",
          "\0",
          "\uFEFF",
          "\r\n",
          "\t",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          ";",
          "=",
          "\\u0000",
          "1e999",
          "-0",
          "99999999999999999999",
          "null",
          "()",
          "?1",
          ":AA==:",
          "..",
          "%2e",
          "\u0661",
          "xmlns:a=\"\"");

  private Mutations() {}

  /** Tries the target with every input of its folder and with changed ones. */
  public static void run(Class<?> target, String method, Consumer<byte[]> tried) {
    List<byte[]> inputs = inputs(target, method);
    Random random = new Random(SEED);
    inputs.forEach(tried);
    for (int i = 0; i < RUNS; i++) {
      byte[] changed = inputs.get(random.nextInt(inputs.size()));
      for (int n = 1 + random.nextInt(MOST_CHANGES); n > 0; n--) {
        changed = changed(changed, inputs, random);
      }
      try {
        tried.accept(changed);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(
            "with " + java.util.Base64.getEncoder().encodeToString(changed), e);
      }
    }
  }

  private static List<byte[]> inputs(Class<?> target, String method) {
    String folder = target.getSimpleName() + "Inputs/" + method;
    List<byte[]> inputs = new ArrayList<>();
    Path path;
    try {
      path = Path.of(Objects.requireNonNull(target.getResource(folder), folder).toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        try (InputStream in = Files.newInputStream(file)) {
          inputs.add(in.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return inputs;
  }

  private static byte[] changed(byte[] input, List<byte[]> inputs, Random random) {
    int at = random.nextInt(input.length + 1);
    int to = Math.min(input.length, at + random.nextInt(40));
    return switch (random.nextInt(6)) {
      case 0 -> joined(input, at, to, new byte[0]);
      case 1 -> joined(input, at, at, slice(input, at, to));
      case 2 -> joined(input, at, at, word(random));
      case 3 -> joined(input, at, Math.min(input.length, at + 1), one(random));
      case 4 -> joined(input, at, to, word(random));
      default -> {
        byte[] other = inputs.get(random.nextInt(inputs.size()));
        int from = random.nextInt(other.length + 1);
        yield joined(input, at, to, slice(other, from, Math.min(other.length, from + 60)));
      }
    };
  }

  private static byte[] word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] one(Random random) {
    return new byte[] {(byte) random.nextInt(256)};
  }

  private static byte[] slice(byte[] bytes, int from, int to) {
    return java.util.Arrays.copyOfRange(bytes, from, to);
  }

  private static byte[] joined(byte[] input, int from, int to, byte[] between) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(input.length + between.length);
    out.write(input, 0, from);
    out.writeBytes(between);
    out.write(input, to, input.length - to);
    return out.toByteArray();
  }
}
