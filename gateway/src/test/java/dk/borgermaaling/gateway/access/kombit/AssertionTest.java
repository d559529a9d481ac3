package dk.borgermaaling.gateway.access.kombit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.kernel.Cvr;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionTest {
  private static final TokenHolder HOLDER = TestHolders.of(Identity.authority("gateway"));
  private static final TokenHolder STRANGER = TestHolders.of(Identity.authority("stranger"));
  private static final String SERVICE = "http://entityid/a/1";
  private static final TokenKey KEY =
      new TokenKey(HOLDER, new Cvr("35209115"), SERVICE, Optional.empty());
  private static final String END = "2026-11-23T05:00:00Z";

  @Test
  void an_assertion_for_us_is_kept_until_its_own_end() throws NoToken {
    Assertion read = Assertion.read(TestHolders.assertion(SERVICE, "35209115", HOLDER, END), KEY);
    assertThat(read.notOnOrAfter()).isEqualTo(END);
  }

  @Test
  void an_assertion_for_somebody_else_is_not_used() {
    for (String other :
        new String[] {
          TestHolders.assertion(SERVICE + "/", "35209115", HOLDER, END),
          TestHolders.assertion(SERVICE, "20310413", HOLDER, END),
          TestHolders.assertion(SERVICE, "35209115", STRANGER, END)
        }) {
      assertThatThrownBy(() -> Assertion.read(other, KEY))
          .hasMessage("the STS answered with an assertion for somebody else");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no XML", "<!DOCTYPE a><a/>"})
  void what_is_no_assertion_is_not_used(String xml) {
    String base64 = Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Assertion.read(base64, KEY))
        .hasMessage("the STS answered without a usable assertion");
  }

  @Test
  void an_assertion_without_an_end_is_not_used() {
    assertThatThrownBy(
            () -> Assertion.read(TestHolders.assertion(SERVICE, "35209115", HOLDER, ""), KEY))
        .hasMessage("the STS answered without a usable assertion");
  }
}
