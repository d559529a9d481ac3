package dk.borgermaaling.gateway.edge.saml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dk.borgermaaling.gateway.fuzz.Mutations;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No list of privileges grants what does not stand in it, or ends in an exception of ours. */
class PrivilegesFuzzTest {
  private static final Cvr AUTHORITY = new Cvr("29189641");

  @FuzzTest(maxDuration = "2m")
  void nothing_is_granted_that_the_list_does_not_say(byte[] list) {
    Set<String> granted = granted(Base64.getEncoder().encodeToString(list));
    if (!granted.isEmpty()) {
      String text = new String(list, StandardCharsets.UTF_8);
      assertThat(text).contains("Privilege").contains("29189641");
    }
  }

  @FuzzTest(maxDuration = "1m")
  void what_is_no_base64_grants_nothing_or_is_not_trusted(byte[] attribute) {
    granted(new String(attribute, StandardCharsets.ISO_8859_1));
  }

  @Test
  void what_is_changed_at_random_grants_nothing_more() {
    Mutations.run(
        PrivilegesFuzzTest.class,
        "nothing_is_granted_that_the_list_does_not_say",
        list -> {
          nothing_is_granted_that_the_list_does_not_say(list);
          assertThat(granted(Base64.getEncoder().encodeToString(list)))
              .allSatisfy(role -> assertThat(role).doesNotContain("constrained"));
        });
  }

  private static Set<String> granted(String base64) {
    try {
      return Privileges.granted(base64, AUTHORITY);
    } catch (ProblemException e) {
      assertThat(e.problem().type()).isEqualTo(ProblemType.NOT_TRUSTED);
      return Set.of();
    }
  }
}
