package dk.borgermaaling.schultz.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.testing.SettableRealClock;
import dk.borgermaaling.schultz.Tenant;
import dk.borgermaaling.schultz.file.FileIntake;
import dk.borgermaaling.schultz.file.FileRun;
import dk.borgermaaling.schultz.file.FileSettings;
import dk.borgermaaling.schultz.file.Refusal;
import dk.borgermaaling.schultz.xml.FileRows;
import dk.borgermaaling.simulators.fasit.FasitFiles;
import dk.borgermaaling.simulators.fasit.FasitFiles.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The story as the night's file ends as the story that is pushed, however the file comes. */
class FaultyFilesTest {
  private static final Tenant AARHUS = Town.TENANTS.named("aarhus").orElseThrow();
  private static List<String> pushed = List.of();

  private final Town town = new Town();
  private final FasitFiles files = new FasitFiles("aarhus", () -> Town.STORY);
  private final Path root;
  private final Path folder;

  FaultyFilesTest(@TempDir Path root) {
    this.root = root;
    this.folder = root.resolve("aarhus");
  }

  @BeforeAll
  static void push() {
    try (Town other = new Town()) {
      pushed = other.tell().state();
    }
  }

  @BeforeEach
  void make() throws IOException {
    Files.createDirectories(folder);
  }

  @AfterEach
  void close() {
    town.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"GOOD", "CSV"})
  void a_file_tells_what_a_push_tells(Kind kind) throws IOException {
    write(kind);

    run();

    assertThat(town.state()).isEqualTo(pushed);
    assertThat(refusals()).isEmpty();
  }

  @Test
  void a_file_after_the_push_changes_nothing_and_a_push_after_the_file_neither()
      throws IOException {
    town.tell();
    write(Kind.GOOD);
    run();
    town.tell();

    assertThat(town.state()).isEqualTo(pushed);
  }

  @Test
  void rows_that_are_wrong_come_right_with_the_next_file() throws IOException {
    write(Kind.BAD_ROWS);
    run();
    var first = town.gateway.book.files(AARHUS, 10).get(0);
    assertThat(first.counts().rejected()).isGreaterThanOrEqualTo(Town.STORY.size() / 10);
    assertThat(town.state()).isNotEqualTo(pushed);

    write(Kind.GOOD);
    run();

    assertThat(town.state()).isEqualTo(pushed);
    assertThat(town.gateway.book.files(AARHUS, 10)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"WRONG_CHECKSUM", "TRUNCATED"})
  void of_a_file_that_came_badly_nothing_is_taken_until_it_comes_again(Kind kind)
      throws IOException {
    write(kind);
    run();
    assertThat(town.gateway.stored()).isEmpty();
    assertThat(refusals())
        .containsExactly(kind == Kind.TRUNCATED ? Refusal.MALFORMED : Refusal.CHECKSUM);

    write(Kind.GOOD);
    run();

    assertThat(town.state()).isEqualTo(pushed);
    assertThat(refusals()).isEmpty();
  }

  @Test
  void a_file_that_is_still_coming_is_taken_when_it_has_come() throws IOException {
    Path file = write(Kind.GROWING);
    run();
    assertThat(town.gateway.stored()).isEmpty();

    files.growOn(file, Town.STORY);
    run();

    assertThat(town.state()).isEqualTo(pushed);
  }

  /** Of the kind that it should be. */
  private Path write(Kind kind) throws IOException {
    int before = files.times(kind);
    Path file = files.write(folder, "delta", Town.STORY, kind);
    assertThat(files.times(kind)).as(kind.name()).isEqualTo(before + 1);
    return file;
  }

  private List<Refusal> refusals() {
    return town.gateway.book.refused(AARHUS).stream().map(entry -> entry.reason()).toList();
  }

  private void run() throws IOException {
    new FileRun(
            new FileSettings(root, 100_000_000, Duration.ofDays(14)),
            town.gateway.book,
            new FileIntake(
                town.gateway.inbox(Town.TENANTS, town.gateway.intake),
                town.gateway.book,
                town.gateway.database.transactions()),
            new FileRows(),
            town.gateway.deadLetters,
            new SettableRealClock("2026-11-24T02:00:00Z"))
        .run(AARHUS);
  }
}
