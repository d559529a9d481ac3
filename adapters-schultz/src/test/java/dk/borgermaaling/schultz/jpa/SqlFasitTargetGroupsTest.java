package dk.borgermaaling.schultz.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.schultz.FasitTargetGroups.Row;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SqlFasitTargetGroupsTest {
  private static final UUID ID = UUID.fromString("a65c6a8e-1b27-e111-9ada-005056a823a6");
  private static final LocalDate REFORM = LocalDate.of(2027, 1, 1);

  private static EmbeddedPostgres postgres = start();
  private final SqlFasitTargetGroups targetGroups =
      new SqlFasitTargetGroups(Jdbi.create(postgres.getPostgresDatabase()));

  @BeforeAll
  static void migrate() throws IOException {
    try (InputStream migration =
        SqlFasitTargetGroups.class.getResourceAsStream(
            "/db/migration/V070__fasit_target_groups.sql")) {
      String sql =
          new String(Objects.requireNonNull(migration).readAllBytes(), StandardCharsets.UTF_8);
      Jdbi.create(postgres.getPostgresDatabase())
          .useHandle(
              handle ->
                  handle
                      .createScript("CREATE ROLE borgermaaling_gateway; CREATE SCHEMA ops;" + sql)
                      .execute());
    }
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void a_tenants_table_is_filled_once_and_read_by_day() {
    Row before = new Row(ID, "LAB6", "6.3", LocalDate.of(2020, 1, 1), REFORM);
    Row after = new Row(ID, "LAB6", "6.5", REFORM, null);

    targetGroups.fill("aarhus", List.of(before, after));
    targetGroups.fill("aarhus", List.of(new Row(UUID.randomUUID(), "LAB6", "6.1", REFORM, null)));

    var table = targetGroups.of("aarhus");
    assertThat(table.rows()).containsExactlyInAnyOrder(before, after);
    assertThat(table.find(ID, REFORM.minusDays(1))).hasValue(before);
    assertThat(table.find(ID, REFORM)).hasValue(after);
    assertThat(table.find(ID, LocalDate.of(2019, 12, 31))).isEmpty();
    assertThat(targetGroups.of("randers").rows()).isEmpty();
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
