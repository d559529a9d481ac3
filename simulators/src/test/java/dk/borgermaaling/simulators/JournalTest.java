package dk.borgermaaling.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path dir;

  @Test
  void what_was_written_is_replayed_in_order_at_the_next_start() throws Exception {
    write("første", "anden\nlinje");
    assertThat(read()).containsExactly("første", "anden\nlinje");
    write("tredje");
    assertThat(read()).containsExactly("første", "anden\nlinje", "tredje");
  }

  @Test
  void a_last_line_that_was_cut_off_is_dropped_and_written_over() throws Exception {
    write("hel");
    Files.writeString(dir.resolve("topic.jsonl"), "{\"text\":\"hal", StandardOpenOption.APPEND);
    assertThat(read()).containsExactly("hel");
    write("næste");
    assertThat(read()).containsExactly("hel", "næste");
  }

  @Test
  void a_broken_line_in_the_middle_is_an_error_and_nothing_is_lost_silently() throws Exception {
    Files.writeString(dir.resolve("topic.jsonl"), "{\"text\":\n{\"text\":\"b\"}\n");
    assertThatThrownBy(this::read).hasMessageContaining("topic");
  }

  private void write(String... texts) throws Exception {
    try (Journal journal = Journal.open(dir, "topic", entry -> {})) {
      for (String text : texts) {
        journal.append(Json.createObjectBuilder().add("text", text).build());
      }
    }
  }

  private List<String> read() throws Exception {
    List<JsonObject> entries = new ArrayList<>();
    Journal.open(dir, "topic", entries::add).close();
    return entries.stream().map(entry -> entry.getString("text")).toList();
  }
}
