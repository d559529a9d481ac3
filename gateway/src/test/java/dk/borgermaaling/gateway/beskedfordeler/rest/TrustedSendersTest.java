package dk.borgermaaling.gateway.beskedfordeler.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedSendersTest {
  private static final Thumbprint KNOWN = new Thumbprint("ab".repeat(32));
  private static final Thumbprint STRANGER = new Thumbprint("cd".repeat(32));

  @Test
  void a_known_certificate_may_push_receipts_and_a_stranger_may_not() {
    TrustedSenders senders = TrustedSenders.of(List.of(" " + "AB".repeat(32)), List.of());
    assertThatCode(() -> senders.require(KNOWN)).doesNotThrowAnyException();
    assertThatThrownBy(() -> senders.require(STRANGER)).isInstanceOf(ProblemException.class);
  }

  @Test
  void nobody_may_when_nobody_is_named() {
    TrustedSenders nobody = TrustedSenders.of(List.of(), List.of());
    assertThatThrownBy(() -> nobody.require(KNOWN)).isInstanceOf(ProblemException.class);
  }

  @Test
  void what_is_no_thumbprint_is_refused_at_start_up() {
    assertThatThrownBy(() -> TrustedSenders.of(List.of("aa:bb"), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
