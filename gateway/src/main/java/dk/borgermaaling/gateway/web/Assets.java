package dk.borgermaaling.gateway.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Style sheets, fonts and images as {@code build.mjs} made them, all in memory: about 250 kB. Their
 * addresses hold a hash of all content, so that a browser may keep them for ever.
 */
public final class Assets {
  private static final String FOLDER = "/web-assets/";
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=utf-8",
          "svg", "image/svg+xml",
          "txt", "text/plain;charset=utf-8",
          "woff2", "font/woff2");

  private final String version;
  private final Map<String, Asset> files = new TreeMap<>();

  /** A file with its content type. */
  static final class Asset {
    final String type;
    private final byte[] content;
    private final byte @Nullable [] packed;

    private Asset(String type, byte[] content, byte @Nullable [] packed) {
      this.type = type;
      this.content = content;
      this.packed = packed;
    }

    byte[] plain() {
      return content;
    }

    /** The gzip form, where that is clearly smaller. */
    byte @Nullable [] packed() {
      return packed;
    }
  }

  private Assets(List<String> index) {
    version = index.get(0);
    for (String name : index.subList(1, index.size())) {
      String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      if (type == null) {
        throw new IllegalStateException("no content type is known for " + name);
      }
      files.put(name, new Asset(type, read(name).orElseThrow(), read(name + ".gz").orElse(null)));
    }
  }

  /** Reads everything that the build has made. */
  public static Assets load() {
    byte[] index =
        read("index").orElseThrow(() -> new IllegalStateException("the style sheets are missing"));
    return new Assets(new String(index, StandardCharsets.UTF_8).lines().toList());
  }

  /** The address of a file; a name that was not built is a mistake in a template. */
  public String url(String name) {
    if (!files.containsKey(name)) {
      throw new IllegalArgumentException("there is no asset " + name);
    }
    return "/assets/" + version + "/" + name;
  }

  String version() {
    return version;
  }

  Optional<Asset> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  private static Optional<byte[]> read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
