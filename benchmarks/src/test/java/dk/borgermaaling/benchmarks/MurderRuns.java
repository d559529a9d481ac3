package dk.borgermaaling.benchmarks;

import dk.borgermaaling.gateway.murder.Scene;
import dk.borgermaaling.gateway.murder.Verdict;
import dk.borgermaaling.simulators.certificates.CertificateMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The murder test with many seeds and many invitations: a line for each seed in {@code
 * murder.file}. A seed that has its line is left out, so that the command can be given again until
 * all are there. What a failed seed leaves behind stays in {@code murder.folder}.
 */
public final class MurderRuns {
  private static final Pattern SEED = Pattern.compile("seed=(-?[0-9]+) .*");

  private MurderRuns() {}

  public static void main(String[] arguments) throws IOException {
    int seeds = Integer.getInteger("murder.seeds", 200);
    int invitations = Integer.getInteger("murder.invitations", 5_000);
    long first = Long.getLong("murder.first", 1);
    Path folder = Path.of(System.getProperty("murder.folder")).toAbsolutePath();
    Path file = Path.of(System.getProperty("murder.file")).toAbsolutePath();
    Path certificates = folder.resolve("certificates");
    Files.createDirectories(folder);
    CertificateMaker.writeMissing(certificates);
    Set<Long> done = done(file);
    int failed = 0;
    for (long seed = first; seed < first + seeds; seed++) {
      if (!done.contains(seed)) {
        failed += play(folder, certificates, file, seed, invitations) ? 0 : 1;
      }
    }
    System.out.println(failed == 0 ? "no violation" : failed + " seeds with violations");
    System.exit(failed == 0 ? 0 : 1);
  }

  private static Set<Long> done(Path file) throws IOException {
    Set<Long> done = new HashSet<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        Matcher matcher = SEED.matcher(line);
        if (matcher.matches()) {
          done.add(Long.parseLong(matcher.group(1)));
        }
      }
    }
    return done;
  }

  /** Each seed on a scene of its own, so that no seed pays for what the one before it left. */
  private static boolean play(Path folder, Path certificates, Path file, long seed, int invitations)
      throws IOException {
    Path own = Files.createTempDirectory(folder, "seed-" + seed + "-");
    Verdict verdict;
    Scene.Size size = invitations > 500 ? Scene.Size.LARGE : Scene.Size.SMALL;
    try (Scene scene = Scene.set(own, certificates, size)) {
      verdict = scene.play(seed, invitations);
    }
    System.out.println(verdict.isClean() ? verdict.line() : verdict.report());
    Files.writeString(
        file, verdict.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (!verdict.isClean()) {
      Files.writeString(own.resolve("report.txt"), verdict.report());
    }
    return verdict.isClean();
  }
}
