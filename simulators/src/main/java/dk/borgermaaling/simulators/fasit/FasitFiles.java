package dk.borgermaaling.simulators.fasit;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import dk.borgermaaling.simulators.world.StoryEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Writes delta files into a folder, as the night does: good ones, and ones that go wrong. {@code
 * POST /demo/fasit/files/{kind}} writes everything told so far into the folder of the setting
 * {@code fasit.drop-folder}; from this machine only.
 */
public final class FasitFiles {
  private final String tenant;
  private final Supplier<List<StoryEvent>> told;
  private final Map<Kind, Integer> times = new ConcurrentHashMap<>();

  /**
   * Files of one tenant.
   *
   * @param told what the route writes
   */
  public FasitFiles(String tenant, Supplier<List<StoryEvent>> told) {
    this.tenant = tenant;
    this.told = told;
  }

  /** What a file is like. */
  public enum Kind {
    GOOD("good"),
    CSV("csv"),
    /** Every tenth row has a number that nobody can use. */
    BAD_ROWS("bad-rows"),
    WRONG_CHECKSUM("wrong-checksum"),
    /** Cut off in the middle, before its checksum was taken. */
    TRUNCATED("truncated"),
    /** Half is there, and the checksum of the whole. */
    GROWING("growing");

    private final String slug;

    Kind(String slug) {
      this.slug = slug;
    }

    static Optional<Kind> of(String slug) {
      return Arrays.stream(values()).filter(kind -> kind.slug.equals(slug)).findFirst();
    }
  }

  /**
   * Writes a file and its checksum.
   *
   * @param name without its ending
   * @return the file
   */
  public Path write(Path folder, String name, List<StoryEvent> events, Kind kind)
      throws IOException {
    Path file = folder.resolve(name + (kind == Kind.CSV ? ".csv" : ".xml"));
    byte[] whole = text(events, kind).getBytes(StandardCharsets.UTF_8);
    boolean half = kind == Kind.TRUNCATED || kind == Kind.GROWING;
    byte[] there = half ? Arrays.copyOf(whole, whole.length / 2) : whole;
    Files.write(file, there);
    String sum =
        switch (kind) {
          case WRONG_CHECKSUM -> "0".repeat(64);
          case GROWING -> sha256(whole);
          default -> sha256(there);
        };
    Files.writeString(
        folder.resolve(file.getFileName() + ".sha256"), sum + "  " + file.getFileName() + "\n");
    byte[] good = text(events, Kind.GOOD).getBytes(StandardCharsets.UTF_8);
    boolean isGood = Arrays.equals(there, good) && sum.equals(sha256(good));
    if (isGood == (kind == Kind.GOOD)) {
      times.merge(kind, 1, Integer::sum);
    }
    return file;
  }

  /** How often a file of this kind was written that really is of it: a good one is good. */
  public int times(Kind kind) {
    return times.getOrDefault(kind, 0);
  }

  /** The other half of a growing file. */
  public void growOn(Path file, List<StoryEvent> events) throws IOException {
    byte[] whole = text(events, Kind.GROWING).getBytes(StandardCharsets.UTF_8);
    Files.write(
        file, Arrays.copyOfRange(whole, whole.length / 2, whole.length), StandardOpenOption.APPEND);
  }

  private String text(List<StoryEvent> events, Kind kind) {
    return switch (kind) {
      case CSV -> csv(events);
      case BAD_ROWS -> spoiled(FasitXml.writeDelta(tenant, events));
      default -> FasitXml.writeDelta(tenant, events);
    };
  }

  private static String csv(List<StoryEvent> events) {
    String header = String.join(";", FasitFields.NAMES);
    return events.stream()
        .map(FasitFields::of)
        .map(
            fields ->
                FasitFields.NAMES.stream()
                    .map(name -> fields.getOrDefault(name, ""))
                    .collect(Collectors.joining(";")))
        .collect(Collectors.joining("\r\n", "\uFEFF" + header + "\r\n", "\r\n"));
  }

  private static String spoiled(String xml) {
    StringBuilder spoiled = new StringBuilder();
    int row = 0;
    for (String piece : xml.split("(?<=</event>)", -1)) {
      spoiled.append(
          row++ % 10 == 0 ? piece.replaceAll("<cprNumber>[0-9]{6}", "<cprNumber>") : piece);
    }
    return spoiled.toString();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * The route.
   *
   * @param settings of the case systems
   */
  public Route route(Map<String, String> settings) {
    Optional<Path> folder = Optional.ofNullable(settings.get("fasit.drop-folder")).map(Path::of);
    return Route.post("/demo/fasit/files/{kind}", request -> write(request, folder));
  }

  private Reply write(Request request, Optional<Path> folder) throws IOException {
    if (!request.isLocal()) {
      return Reply.text(403, "From this machine only");
    }
    Optional<Kind> kind = Kind.of(request.variable("kind"));
    if (kind.isEmpty() || folder.isEmpty()) {
      return Reply.text(404, "No such kind, or no fasit.drop-folder");
    }
    Path tenants = Files.createDirectories(folder.get().resolve(tenant));
    List<StoryEvent> events = told.get();
    Path file = write(tenants, "delta-" + events.size(), events, kind.get());
    return Reply.text(200, String.valueOf(file.getFileName()));
  }
}
