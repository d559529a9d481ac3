package dk.borgermaaling.gateway.invitation.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.invitation.InvitationId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HmacLinkTokensTest {
  private final HmacLinkTokens tokens = new HmacLinkTokens(new byte[32]);
  private final InvitationId invitation =
      new InvitationId(UUID.fromString("a5c1b1f0-6f0e-4c57-9f2e-3f1d2b7f0c11"));

  @Test
  void a_token_is_43_characters_for_a_url_and_leads_back() {
    assertThat(tokens.tokenOf(invitation)).matches("[A-Za-z0-9_-]{43}");
    assertThat(tokens.invitationOf(tokens.tokenOf(invitation))).contains(invitation);
  }

  @Test
  void a_token_with_one_character_changed_is_not_ours() {
    String token = tokens.tokenOf(invitation);
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(tokens.invitationOf(token.substring(0, i) + other + token.substring(i + 1)))
          .isEmpty();
    }
  }

  @Test
  void a_token_of_another_key_is_not_ours() {
    byte[] otherKey = new byte[32];
    otherKey[31] = 1;
    assertThat(tokens.invitationOf(new HmacLinkTokens(otherKey).tokenOf(invitation))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "../../../../../../../../../../../etc/passwd",
        "ææææææææææææææææææææææææææææææææææææææææææå"
      })
  void any_other_text_is_not_ours(String text) {
    assertThat(tokens.invitationOf(text)).isEmpty();
  }

  @Test
  void a_short_key_is_refused() {
    assertThatThrownBy(() -> new HmacLinkTokens(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
