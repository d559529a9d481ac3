package dk.borgermaaling.gateway.edge.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivilegesTest {
  private static final Cvr CVR = new Cvr("29189641");
  private static final String SCOPE = "urn:dk:gov:saml:cvrNumberIdentifier:29189641";

  @Test
  void groups_of_the_authority_are_joined() {
    assertThat(granted(group(SCOPE, "urn:a", "") + group(SCOPE, "urn:b", "")))
        .isEqualTo(Set.of("urn:a", "urn:b"));
  }

  @Test
  void a_group_of_another_authority_grants_nothing() {
    assertThat(granted(group("urn:dk:gov:saml:cvrNumberIdentifier:11111111", "urn:a", "")))
        .isEmpty();
  }

  @Test
  void a_group_with_a_constraint_grants_nothing() {
    assertThat(granted(group(SCOPE, "urn:a", "<Constraint Name=\"urn:x\">1</Constraint>")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%%%", "PGE+", "PCFET0NUWVBFIGEgW10+PGEvPg=="})
  void what_cannot_be_read_is_not_trusted(String base64) {
    assertThatThrownBy(() -> Privileges.granted(base64, CVR)).isInstanceOf(ProblemException.class);
  }

  private static Set<String> granted(String groups) {
    String list =
        "<b:PrivilegeList xmlns:b=\"http://itst.dk/oiosaml/basic_privilege_profile\">"
            + groups
            + "</b:PrivilegeList>";
    return Privileges.granted(
        Base64.getEncoder().encodeToString(list.getBytes(StandardCharsets.UTF_8)), CVR);
  }

  private static String group(String scope, String role, String constraint) {
    return "<PrivilegeGroup Scope=\"%s\"><Privilege>%s</Privilege>%s</PrivilegeGroup>"
        .formatted(scope, role, constraint);
  }
}
