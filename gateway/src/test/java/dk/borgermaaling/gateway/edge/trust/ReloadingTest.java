package dk.borgermaaling.gateway.edge.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a value when its files change. */
class ReloadingTest {
  private final Alarms alarms = new Alarms(new SettableRealClock("2026-11-23T08:00:00Z"));
  private final Words words = new Words();
  @TempDir private Path folder;
  private Path file;
  private Reloading<String> reloading;

  @BeforeEach
  void start() {
    file = folder.resolve("value");
    write("good one");
    reloading = new Reloading<>("the value", List.of(file), words, alarms);
  }

  @Test
  void is_there_from_the_start() {
    assertThat(reloading.current()).isEqualTo("good one");
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void a_start_without_the_file_fails() {
    assertThatThrownBy(
            () -> new Reloading<>("the value", List.of(folder.resolve("other")), words, alarms))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the value cannot be used: other is not there");
  }

  @Test
  void a_new_content_counts_from_the_second_look_that_finds_it() {
    write("good two");
    reloading.look();
    assertThat(reloading.current()).isEqualTo("good one");
    reloading.look();
    assertThat(reloading.current()).isEqualTo("good two");
  }

  @Test
  void a_file_that_still_grows_is_waited_for() {
    write("good t");
    reloading.look();
    write("good two");
    reloading.look();
    assertThat(reloading.current()).isEqualTo("good one");
    reloading.look();
    assertThat(reloading.current()).isEqualTo("good two");
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void a_content_of_the_same_size_and_time_is_seen_all_the_same() throws IOException {
    FileTime before = Files.getLastModifiedTime(file);
    write("good 1wo");
    Files.setLastModifiedTime(file, before);
    looks(2);
    assertThat(reloading.current()).isEqualTo("good 1wo");
  }

  @Test
  void a_broken_content_changes_nothing_and_raises_an_alarm() {
    write("broken");
    looks(3);
    assertThat(reloading.current()).isEqualTo("good one");
    assertThat(alarms.active())
        .containsExactly(entry("the value", "it is not good; it goes on as last read"));
  }

  @Test
  void an_alarm_is_over_when_the_file_is_mended() {
    write("broken");
    looks(2);
    write("good two");
    looks(2);
    assertThat(reloading.current()).isEqualTo("good two");
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void an_alarm_is_over_when_the_file_is_put_back() {
    write("broken");
    looks(2);
    write("good one");
    looks(1);
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void a_file_that_is_gone_changes_nothing_and_raises_an_alarm() throws IOException {
    Files.delete(file);
    looks(2);
    assertThat(reloading.current()).isEqualTo("good one");
    assertThat(alarms.active().get("the value")).contains("value is not there");
  }

  @Test
  void a_file_beyond_a_mebibyte_changes_nothing_and_raises_an_alarm() {
    StoreFiles.write(file, new byte[(1 << 20) + 1]);
    looks(2);
    assertThat(reloading.current()).isEqualTo("good one");
    assertThat(alarms.active().get("the value")).contains("larger than a mebibyte");
  }

  @Test
  void a_value_that_may_not_replace_is_tried_again_at_every_look() {
    write("good later");
    looks(2);
    assertThat(reloading.current()).isEqualTo("good one");
    assertThat(alarms.active()).hasSize(1);
    words.laterIsNow = true;
    looks(1);
    assertThat(reloading.current()).isEqualTo("good later");
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void readers_only_ever_see_whole_values_while_it_changes()
      throws ExecutionException, InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try {
      Future<Boolean> first = readers.submit(() -> onlyWhole(done));
      Future<Boolean> second = readers.submit(() -> onlyWhole(done));
      for (int i = 0; i < 300; i++) {
        write(i % 3 == 0 ? "broken" : "good " + i);
        looks(2);
      }
      done.set(true);
      assertThat(first.get()).isTrue();
      assertThat(second.get()).isTrue();
    } finally {
      done.set(true);
      readers.shutdown();
    }
    assertThat(reloading.current()).isEqualTo("good 299");
  }

  private boolean onlyWhole(AtomicBoolean done) {
    boolean whole = true;
    while (!done.get()) {
      whole &= reloading.current().startsWith("good ");
    }
    return whole;
  }

  private void looks(int times) {
    for (int i = 0; i < times; i++) {
      reloading.look();
    }
  }

  private void write(String text) {
    StoreFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private final class Words implements Reloading.Maker<String> {
    private boolean laterIsNow;

    @Override
    public String make(FileContents contents) throws Unusable {
      String text = new String(contents.of(file), StandardCharsets.UTF_8);
      if (!text.startsWith("good ")) {
        throw new Unusable("it is not good");
      }
      return text;
    }

    @Override
    public void checkReplacement(String next) throws Unusable {
      if (next.endsWith("later") && !laterIsNow) {
        throw new Unusable("not yet");
      }
    }
  }
}
