package dk.borgermaaling.gateway.invitation.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.LetterCode;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HmacLetterCodesTest {
  private final HmacLetterCodes codes = new HmacLetterCodes(new byte[32]);

  @Test
  void an_invitation_has_the_same_code_every_time_and_another_has_another() {
    Set<LetterCode> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      InvitationId invitation = new InvitationId(UUID.randomUUID());
      LetterCode code = codes.codeOf(invitation);
      assertThat(codes.codeOf(invitation)).isEqualTo(code);
      assertThat(seen.add(code)).isTrue();
    }
  }

  @Test
  void another_key_makes_another_code() {
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;
    InvitationId invitation = new InvitationId(UUID.randomUUID());
    assertThat(new HmacLetterCodes(otherKey).codeOf(invitation))
        .isNotEqualTo(codes.codeOf(invitation));
  }

  @Test
  void a_short_key_is_refused() {
    assertThatThrownBy(() -> new HmacLetterCodes(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
