package dk.borgermaaling.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
  @Test
  void a_cpr_number_a_link_and_an_address_do_not_survive() {
    assertThat(
            SafeText.of(
                "recipient 610180-1234 (6101801234) at https://localhost/s/abc\n\tor a@b.dk"))
        .isEqualTo("recipient [number] ([number]) at [link] or [e-mail]");
  }

  @Test
  void a_long_text_is_cut() {
    assertThat(SafeText.of("word ".repeat(10_000))).hasSizeLessThanOrEqualTo(300);
  }

  @Test
  void base64_does_not_survive() {
    assertThat(SafeText.of("x " + "QUJD".repeat(30))).isEqualTo("x [data]");
  }
}
