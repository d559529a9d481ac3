package dk.borgermaaling.gateway.notification.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.access.kombit.FunctionCertificate;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrustedSendersTest {
  private final Certificate known = new Numbered((byte) 1);
  private final Certificate stranger = new Numbered((byte) 2);
  private final TrustedSenders senders =
      TrustedSenders.of(
          List.of(" " + FunctionCertificate.thumbprint(known).toUpperCase(Locale.ROOT)), List.of());

  @Test
  void a_known_certificate_may_push_receipts() {
    assertThatCode(() -> senders.require(new Certificate[] {known, stranger}))
        .doesNotThrowAnyException();
  }

  @Test
  void neither_a_stranger_nor_a_caller_without_a_certificate_may() {
    assertThatThrownBy(() -> senders.require(new Certificate[] {stranger, known}))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> senders.require(new Certificate[0]))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> senders.require(null)).isInstanceOf(ProblemException.class);
  }

  @Test
  void nobody_may_when_nobody_is_named() {
    TrustedSenders nobody = TrustedSenders.of(List.of(), List.of());
    assertThatThrownBy(() -> nobody.require(new Certificate[] {known}))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void what_is_no_thumbprint_is_refused_at_start_up() {
    assertThatThrownBy(() -> new TrustedSenders(Set.of("aa:bb")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Enough of a certificate to be digested. */
  private static final class Numbered extends Certificate {
    private static final long serialVersionUID = 1L;
    private final byte number;

    Numbered(byte number) {
      super("X.509");
      this.number = number;
    }

    @Override
    public byte[] getEncoded() {
      return new byte[] {number};
    }

    @Override
    public void verify(PublicKey key) {}

    @Override
    public void verify(PublicKey key, String provider) {}

    @Override
    public String toString() {
      return "certificate " + number;
    }

    @Override
    public PublicKey getPublicKey() {
      throw new UnsupportedOperationException();
    }
  }
}
