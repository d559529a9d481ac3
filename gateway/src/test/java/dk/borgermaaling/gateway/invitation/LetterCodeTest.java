package dk.borgermaaling.gateway.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterCodeTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private final LetterCode code = LetterCode.of(0x0123_4567_89AB_CDEL);

  @Test
  void a_code_is_thirteen_characters_without_look_alikes_in_three_groups() {
    assertThat(code.grouped())
        .matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}");
    assertThat(LetterCode.of(-1L >>> 4).value()).startsWith("ZZZZZZZZZZZZ");
    assertThat(code).hasToString("LetterCode[not shown]");
  }

  @Test
  void it_is_read_however_it_is_typed() {
    String text = code.grouped();
    assertThat(LetterCode.typed(text)).contains(code);
    assertThat(LetterCode.typed(text.toLowerCase(Locale.ROOT))).contains(code);
    assertThat(LetterCode.typed("  " + code.value().replaceAll("(.)", "$1 ") + " ")).contains(code);
    assertThat(LetterCode.typed(text.replace('-', '–'))).contains(code);
    assertThat(LetterCode.typed(text.replace('0', 'O').replace('1', 'l'))).contains(code);
    assertThat(LetterCode.typed(text.replace('0', 'o').replace('1', 'I'))).contains(code);
  }

  @Test
  void one_wrong_character_is_always_noticed() {
    String text = code.value();
    for (int i = 0; i < text.length(); i++) {
      for (int c = 0; c < ALPHABET.length(); c++) {
        char other = ALPHABET.charAt(c);
        if (other != text.charAt(i)) {
          String wrong = text.substring(0, i) + other + text.substring(i + 1);
          assertThat(LetterCode.typed(wrong)).as(wrong).isEmpty();
        }
      }
    }
  }

  @Test
  void two_neighbours_swapped_are_nearly_always_noticed() {
    Random random = new Random(5);
    int missed = 0;
    int swapped = 0;
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder(LetterCode.of(random.nextLong() >>> 4).value());
      int at = random.nextInt(11);
      if (text.charAt(at) != text.charAt(at + 1)) {
        char first = text.charAt(at);
        text.setCharAt(at, text.charAt(at + 1));
        text.setCharAt(at + 1, first);
        swapped++;
        missed += LetterCode.typed(text.toString()).isPresent() ? 1 : 0;
      }
    }
    assertThat(missed).isLessThan(swapped / 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "7K3M-9QXT-4HFW", "ABCD-EFGH-JKMNP-Q", "UUUU-UUUU-UUUUU", "æøå"})
  void anything_else_is_no_code(String text) {
    assertThat(LetterCode.typed(text)).isEmpty();
    assertThat(LetterCode.typed(text.repeat(100))).isEmpty();
  }
}
