package dk.borgermaaling.gateway.beskedfordeler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.beskedfordeler.TakePulled.Reply;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes by a queue for all kinds of messages. */
class TakePulledTest {
  private static final MunicipalityCode ODENSE = new MunicipalityCode("0461");
  private final List<String> events = new ArrayList<>();
  private final List<String> receipts = new ArrayList<>();
  private final KeptLetters letters = new KeptLetters();
  private final Transactions transactions = new PlainTransactions();
  private final TakePulled pulled =
      new TakePulled(
          transactions,
          List.of(new Words("receipt", receipts), new Words("", events)),
          letters,
          40);

  @Test
  void a_message_goes_to_the_taker_that_is_for_it_else_to_the_last() {
    assertThat(take("receipt with id")).isEqualTo(Reply.ACKNOWLEDGE);
    assertThat(take("anything with id")).isEqualTo(Reply.ACKNOWLEDGE);
    assertThat(receipts).containsExactly("receipt with id");
    assertThat(events).containsExactly("anything with id");
    assertThat(letters.told).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "receipt without",
        "unreadable",
        "receipt with id, and much larger than anything should be"
      })
  void what_cannot_be_taken_is_kept_whole_for_the_municipality_and_then_turned_away(
      String message) {
    assertThat(take(message)).isEqualTo(Reply.REJECT);
    assertThat(letters.told).containsExactly(message);
    assertThat(letters.letters)
        .singleElement()
        .satisfies(
            letter -> assertThat(letter.source()).isEqualTo(EventSource.BESKEDFORDELER),
            letter -> assertThat(letter.municipality()).isEqualTo(ODENSE),
            letter -> assertThat(letter.reason()).isEqualTo("malformed"),
            letter -> assertThat(letter.entityId()).startsWith("pulled/"));
    take(message);
    assertThat(letters.letters).hasSize(2);
    assertThat(letters.letters.get(1)).isEqualTo(letters.letters.get(0));
    assertThat(receipts).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void what_cannot_be_kept_is_not_turned_away() {
    letters.away = true;
    assertThatThrownBy(() -> take("unreadable")).isInstanceOf(IllegalStateException.class);
  }

  private Reply take(String message) {
    return pulled.take(ODENSE, message.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes texts that begin with a word and have an id. */
  private final class Words extends Taker {
    private final String beginning;
    private final List<String> taken;

    Words(String beginning, List<String> taken) {
      super(transactions);
      this.beginning = beginning;
      this.taken = taken;
    }

    @Override
    public boolean isFor(byte[] raw) {
      return text(raw).startsWith(beginning);
    }

    @Override
    protected Optional<Runnable> storing(byte[] raw) throws MessageReader.UnreadableMessage {
      if (text(raw).equals("unreadable")) {
        throw new MessageReader.UnreadableMessage("made up");
      }
      return text(raw).contains("with id")
          ? Optional.of(() -> taken.add(text(raw)))
          : Optional.empty();
    }
  }

  private static String text(byte[] raw) {
    return new String(raw, StandardCharsets.UTF_8);
  }
}
