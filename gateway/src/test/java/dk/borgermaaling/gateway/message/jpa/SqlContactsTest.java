package dk.borgermaaling.gateway.message.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.message.TextsFixture;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.Period;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableDiff;
import dk.borgermaaling.gateway.testing.Database;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

class SqlContactsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-12-01");
  private final Database database = Database.fresh();
  private final SqlContacts contacts = new SqlContacts(database.gateway());
  private final EditableTable table =
      contacts.editable(() -> List.of(TextsFixture.ODENSE, TextsFixture.LONG));

  @Test
  void a_municipality_names_its_contact_for_as_long_as_its_row_holds() {
    Row row = new Row(List.of("0461", "Ring til borgerservice."), new Period(DAY, DAY.plusDays(9)));
    table.apply(new TableDiff(List.of(), List.of(row)));
    contacts.refresh();
    assertThat(table.rows()).containsExactly(row);
    assertThat(contacts.on(DAY.minusDays(1))).isEmpty();
    assertThat(contacts.on(DAY)).isEqualTo(Map.of("0461", "Ring til borgerservice."));
    assertThat(contacts.on(DAY.plusDays(9))).isEmpty();
    table.apply(new TableDiff(List.of(row), List.of()));
    contacts.refresh();
    assertThat(contacts.on(DAY)).isEmpty();
  }

  @Test
  void a_municipality_has_one_contact_on_a_day() {
    Row row = new Row(List.of("0461", "Ring til borgerservice."), new Period(DAY, null));
    table.apply(new TableDiff(List.of(), List.of(row)));
    Row other =
        new Row(List.of("0461", "Skriv til os i stedet."), new Period(DAY.plusDays(1), null));
    assertThatThrownBy(() -> table.apply(new TableDiff(List.of(), List.of(other))))
        .isInstanceOf(JdbiException.class);
  }
}
