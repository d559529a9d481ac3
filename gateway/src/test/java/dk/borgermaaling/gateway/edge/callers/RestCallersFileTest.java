package dk.borgermaaling.gateway.edge.callers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.trust.Alarms;
import dk.borgermaaling.gateway.kernel.Cvr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestCallersFileTest {
  private static final Identity OLD = Identity.authority("portal");
  private static final Identity NEXT = Identity.authority("portal");
  private static final Identity SIGNER = Identity.authority("signer");
  private static final String ENTRIES =
      """
      portal.certificate = portal.pem
      portal.way-in = jwt
      signer.certificate = signer.pem
      signer.way-in = signature
      signer.authority.29189641 = urn:a urn:b
      """;
  private final Alarms alarms = new Alarms(Clock.systemUTC());

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("callers.properties"), ENTRIES);
    pem("portal", OLD);
    pem("signer", SIGNER);
  }

  @Test
  void each_caller_is_known_by_its_certificate() {
    RestCallers callers = read();
    assertThat(find(callers, OLD).map(RestCaller::wayIn)).contains(WayIn.JWT);
    assertThat(find(callers, SIGNER).map(RestCaller::authorities))
        .hasValueSatisfying(
            known -> assertThat(known.get(new Cvr("29189641"))).containsOnly("urn:a", "urn:b"));
    assertThat(find(callers, NEXT)).isEmpty();
    assertThat(callers.certificates())
        .containsExactlyInAnyOrder(OLD.certificate(), SIGNER.certificate());
  }

  @Test
  void a_caller_changes_its_key_with_both_certificates_side_by_side() throws IOException {
    RestCallers callers = read();
    pem("portal", OLD, NEXT);
    callers.look();
    assertThat(find(callers, NEXT)).isEmpty();
    callers.look();
    assertThat(find(callers, OLD).map(RestCaller::name)).contains("portal");
    assertThat(find(callers, NEXT).map(RestCaller::name)).contains("portal");
    pem("portal", NEXT);
    callers.look();
    callers.look();
    assertThat(find(callers, OLD)).isEmpty();
    assertThat(find(callers, NEXT)).isPresent();
  }

  @Test
  void a_new_caller_is_known_without_a_restart() throws IOException {
    RestCallers callers = read();
    pem("new", NEXT);
    Files.writeString(
        folder.resolve("callers.properties"),
        ENTRIES + "new.certificate = new.pem\nnew.way-in = access-token\n");
    callers.look();
    callers.look();
    assertThat(find(callers, NEXT).map(RestCaller::name)).contains("new");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new.certificate = absent.pem\nnew.way-in = jwt",
        "new.way-in = jwt",
        "new.certificate = portal.pem\nnew.way-in = jwt",
        "new.certificate = new.pem\nnew.way-in = door",
        "new.certificate = new.pem\nnew.way-in = signature",
        "new.certificate = new.pem\nnew.way-in = signature\nnew.authority.7 = urn:a",
        "new.certificate = new.pem\nnew.way-in = jwt\nnew.authority.29189641 = urn:a",
        "\\u000g"
      })
  void what_cannot_be_used_raises_an_alarm_and_changes_nothing_and_stops_a_start(String entry)
      throws IOException {
    RestCallers callers = read();
    pem("new", NEXT);
    Files.writeString(folder.resolve("callers.properties"), ENTRIES + entry + "\n");
    callers.look();
    callers.look();
    assertThat(find(callers, OLD)).isPresent();
    assertThat(find(callers, NEXT)).isEmpty();
    assertThat(alarms.active()).containsOnlyKeys("the callers of REST");
    assertThatThrownBy(this::read).hasMessageStartingWith("the callers of REST cannot be used");
  }

  private RestCallers read() {
    return RestCallersFile.read(folder.resolve("callers.properties"), alarms);
  }

  private static Optional<RestCaller> find(RestCallers callers, Identity identity) {
    return callers.find(Thumbprint.of(identity.certificate()));
  }

  private void pem(String name, Identity... identities) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Identity one : identities) {
      text.append("-----BEGIN CERTIFICATE-----\n")
          .append(one.certificateBase64())
          .append("\n-----END CERTIFICATE-----\n");
    }
    Files.writeString(folder.resolve(name + ".pem"), text);
  }
}
