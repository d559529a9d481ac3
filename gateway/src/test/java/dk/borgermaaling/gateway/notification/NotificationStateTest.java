package dk.borgermaaling.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NotificationStateTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "notification-states.md");

  @Test
  void the_documented_transitions_are_those_of_the_code() throws IOException {
    Set<String> inCode = new TreeSet<>();
    for (NotificationState from : NotificationState.values()) {
      for (NotificationEvent event : NotificationEvent.values()) {
        from.after(event)
            .ifPresent(to -> inCode.add(from.text() + " " + event.text() + " " + to.text()));
      }
    }
    assertThat(transitions()).isEqualTo(inCode);
  }

  @Test
  void the_documented_states_and_their_ends_are_those_of_the_code() throws IOException {
    Set<String> inCode =
        Arrays.stream(NotificationState.values())
            .map(state -> state.text() + " " + (isFinal(state) ? "yes" : "no"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> documented = new TreeSet<>();
    for (String line : Files.readAllLines(DOCUMENT)) {
      if (line.matches("\\| `[a-z-]+` \\| .* \\| (yes|no) \\|")) {
        String[] cells = line.split("\\|", -1);
        documented.add(cells[1].replace("`", "").strip() + " " + cells[3].strip());
      }
    }
    assertThat(documented).isEqualTo(inCode);
  }

  @Test
  void the_documented_receipts_are_those_of_the_code() throws IOException {
    Set<String> inCode = new TreeSet<>();
    for (ReceiptKind kind : ReceiptKind.values()) {
      String event = kind.event().map(NotificationEvent::text).orElse("none");
      inCode.add(kind.code() + "|" + kind.text() + "|" + event);
    }
    Set<String> documented = new TreeSet<>();
    for (String line : Files.readAllLines(DOCUMENT)) {
      if (line.matches("\\| [A-Z][^|]* \\| `[a-z-]+` \\| `[a-z-]+` \\|.*")) {
        String[] cells = line.replace("`", "").split("\\|", -1);
        documented.add(cells[1].strip() + "|" + cells[2].strip() + "|" + cells[3].strip());
      }
    }
    assertThat(documented).isEqualTo(inCode);
  }

  @Test
  void a_step_ends_in_one_of_five_states() {
    assertThat(NotificationState.values())
        .filteredOn(NotificationStateTest::isFinal)
        .containsExactlyInAnyOrder(
            NotificationState.DELIVERED,
            NotificationState.FAILED,
            NotificationState.WITHDRAWN,
            NotificationState.EXPIRED,
            NotificationState.NOT_NEEDED);
  }

  @Test
  void an_unknown_outcome_is_sent_again_in_three_cases_alone() {
    assertThat(NotificationEvent.values())
        .filteredOn(event -> !isStillOver(NotificationState.UNKNOWN.after(event)))
        .as("this run has left nothing; a receipt says that it failed; somebody wants it")
        .containsExactlyInAnyOrder(
            NotificationEvent.PUT_BACK, NotificationEvent.NEXT_CHANNEL, NotificationEvent.RESENT);
  }

  @Test
  void a_delivered_receipt_counts_in_every_state() {
    assertThat(NotificationState.values())
        .filteredOn(state -> state != NotificationState.DELIVERED)
        .allSatisfy(
            state ->
                assertThat(state.after(NotificationEvent.RECEIPT_DELIVERED))
                    .contains(NotificationState.DELIVERED));
  }

  private static boolean isStillOver(Optional<NotificationState> after) {
    return after
        .filter(state -> state == NotificationState.PLANNED || state == NotificationState.CLAIMED)
        .isEmpty();
  }

  /** Nothing of ours happens any more; what a mailbox has, it has all the same. */
  private static boolean isFinal(NotificationState state) {
    return Arrays.stream(NotificationEvent.values())
        .filter(event -> event != NotificationEvent.RECEIPT_DELIVERED)
        .allMatch(event -> state.after(event).isEmpty());
  }

  private static Set<String> transitions() throws IOException {
    return Files.readAllLines(DOCUMENT).stream()
        .filter(line -> line.matches("\\| `[a-z-]+` \\| `[a-z-]+` \\| `[a-z-]+` \\|"))
        .map(line -> line.replaceAll("[|` ]+", " ").strip())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
