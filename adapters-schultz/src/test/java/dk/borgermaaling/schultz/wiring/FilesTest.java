package dk.borgermaaling.schultz.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.schultz.FasitTargetGroups.Row;
import dk.borgermaaling.schultz.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
  @TempDir Path folder = Path.of(".");

  @Test
  void a_tenant_has_a_municipality_and_one_or_more_certificates() throws IOException {
    String old = "AB:".repeat(31) + "AB";
    Path file =
        file("aarhus.municipality=0751\naarhus.certificate-sha256=" + old + ", " + "cd".repeat(32));

    assertThat(TenantsFile.read(file))
        .containsExactly(
            new Tenant(
                "aarhus", new MunicipalityCode("0751"), Set.of("ab".repeat(32), "cd".repeat(32))));
  }

  @Test
  void a_tenant_without_a_certificate_is_refused_at_the_start() throws IOException {
    Path file = file("aarhus.municipality=0751\n");

    assertThatThrownBy(() -> TenantsFile.read(file)).hasMessageContaining("tenant aarhus");
  }

  @Test
  void target_groups_are_read_by_tenant() throws IOException {
    Path file =
        file(
            TargetGroupsFile.HEADER
                + "\n# Aarhus\n"
                + "aarhus;a65c6a8e-1b27-e111-9ada-005056a823a6;LAB6;6.3;2020-01-01;2027-01-01\n"
                + "aarhus;b05c6a8e-1b27-e111-9ada-005056a823a6;LAB6;6.6;2020-01-01;\n");

    assertThat(TargetGroupsFile.read(file))
        .isEqualTo(
            Map.of(
                "aarhus",
                List.of(
                    new Row(
                        UUID.fromString("a65c6a8e-1b27-e111-9ada-005056a823a6"),
                        "LAB6",
                        "6.3",
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2027, 1, 1)),
                    new Row(
                        UUID.fromString("b05c6a8e-1b27-e111-9ada-005056a823a6"),
                        "LAB6",
                        "6.6",
                        LocalDate.of(2020, 1, 1),
                        null))));
  }

  @Test
  void a_file_of_target_groups_without_its_header_is_refused_at_the_start() throws IOException {
    Path file = file("aarhus;x;LAB6;6.3;2020-01-01;\n");

    assertThatThrownBy(() -> TargetGroupsFile.read(file))
        .hasMessageContaining("must begin with tenant;fasitId");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("file"), content);
  }
}
