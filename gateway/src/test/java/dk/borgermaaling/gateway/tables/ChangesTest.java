package dk.borgermaaling.gateway.tables;

import static dk.borgermaaling.gateway.tables.ListTable.period;
import static dk.borgermaaling.gateway.tables.ListTable.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private final ListTable table =
      new ListTable(
          row("6.1", "apple", "2020-01-01", null), row("6.2", "pear", "2020-01-01", "2027-01-01"));

  @Test
  void a_row_that_ends_and_one_that_begins_are_one_change() {
    Outcome made =
        made(
            end("6.1", "2020-01-01", "2027-01-01"),
            new Change.Add(List.of("6.1", "pear"), period("2027-01-01", null)));
    assertThat(made.problems()).isEmpty();
    assertThat(made.touchesPast()).isFalse();
    assertThat(made.diff())
        .isEqualTo(
            new TableDiff(
                List.of(row("6.1", "apple", "2020-01-01", null)),
                List.of(
                    row("6.1", "apple", "2020-01-01", "2027-01-01"),
                    row("6.1", "pear", "2027-01-01", null))));
  }

  @Test
  void a_row_that_is_replaced_keeps_its_values_before_the_day() {
    Outcome made = made(replace("6.1", "pear", "2027-01-01", null));
    assertThat(made.problems()).isEmpty();
    assertThat(made.content().on(LocalDate.of(2026, 12, 31)))
        .contains(row("6.1", "apple", "2020-01-01", "2027-01-01"));
    assertThat(made.content().on(LocalDate.of(2027, 1, 1)))
        .containsExactly(row("6.1", "pear", "2027-01-01", null));
  }

  @Test
  void a_row_that_ends_on_its_first_day_is_taken_away() {
    Outcome made = made(end("6.2", "2020-01-01", "2020-01-01"));
    assertThat(made.content().rows()).hasSize(1);
    assertThat(made.touchesPast()).isTrue();
  }

  @Test
  void two_rows_of_one_key_never_hold_on_one_day() {
    assertThat(texts(made(new Change.Add(List.of("6.2", "apple"), period("2026-12-31", null)))))
        .containsExactly("To rækker for 6.2 gælder på samme dag (31-12-2026).");
    assertThat(texts(made(new Change.Add(List.of("6.2", "apple"), period("2027-01-01", null)))))
        .isEmpty();
  }

  @Test
  void days_without_a_row_in_between_are_pointed_out_and_allowed() {
    Outcome made = made(new Change.Add(List.of("6.2", "apple"), period("2027-01-04", null)));
    assertThat(made.problems()).isEmpty();
    assertThat(made.gaps())
        .containsExactly(
            new Gap(List.of("6.2"), LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 4)));
  }

  @ParameterizedTest
  @CsvSource({"2026-11-23, false", "2026-11-22, true", "2027-06-01, false"})
  void the_past_is_every_day_before_today(String from, boolean past) {
    assertThat(made(replace("6.1", "pear", from, null)).touchesPast()).isEqualTo(past);
    assertThat(made(end("6.1", "2020-01-01", from)).touchesPast()).isEqualTo(past);
    assertThat(made(new Change.Add(List.of("6.3", ""), period(from, null))).touchesPast())
        .isEqualTo(past);
  }

  @Test
  void a_change_that_only_days_to_come_know_of_says_when_it_has_begun() {
    assertThat(
            made(
                    end("6.1", "2020-01-01", "2027-01-01"),
                    new Change.Add(List.of("6.3", "pear"), period("2027-02-01", null)))
                .broughtForward())
        .isEqualTo("2027-02-01");
    assertThat(made(end("6.1", "2020-01-01", "2026-11-23")).broughtForward()).isNull();
  }

  @Test
  void another_end_alone_leaves_the_days_before_both_ends_as_they_were() {
    assertThat(made(end("6.2", "2020-01-01", "2026-12-01")).touchesPast()).isFalse();
    assertThat(made(end("6.2", "2020-01-01", null)).touchesPast()).isFalse();
  }

  @Test
  void cells_that_do_not_fit_are_named_with_their_step() {
    Outcome made =
        made(
            new Change.Add(List.of("6.3", "apple"), period("2027-01-01", null)),
            new Change.Add(List.of("x", "plum"), period("2027-01-01", null)));
    assertThat(made.problems())
        .containsExactly(
            new TableProblem(2, "Kode skal være tal."),
            new TableProblem(2, "Frugt skal være et af valgene eller tom."));
    assertThat(made.content()).isEqualTo(table.content());
  }

  @Test
  void what_cannot_be_done_says_why() {
    assertThat(texts(made())).containsExactly("Forslaget indeholder ingen ændringer.");
    assertThat(texts(made(end("6.9", "2020-01-01", null))))
        .containsExactly("Rækken findes ikke længere i tabellen.");
    assertThat(texts(made(end("6.1", "2020-01-01", null))))
        .containsExactly("Ændringerne efterlader tabellen, som den er.");
    assertThat(texts(made(end("6.1", "2020-01-01", "2019-12-31"))))
        .containsExactly("Rækken kan ikke slutte, før den begynder.");
    assertThat(
            texts(
                made(
                    end("6.1", "2020-01-01", "2027-01-01"),
                    end("6.1", "2020-01-01", "2028-01-01"))))
        .containsExactly("Rækken ændres to gange i samme forslag.");
    assertThat(texts(made(replace("6.2", "apple", "2027-01-01", null))))
        .containsExactly("De nye værdier skal begynde på en dag, hvor rækken gælder.");
    assertThat(
            texts(
                made(
                    new Change.Replace(
                        ref("6.1", "2020-01-01"),
                        List.of("6.4", "pear"),
                        period("2027-01-01", null)))))
        .containsExactly("Nøglen kan ikke ændres: afslut rækken, og tilføj en ny.");
    assertThat(
            texts(made(new Change.Add(List.of("6.3", "pear"), period("2027-01-01", "2027-01-01")))))
        .containsExactly("Rækken skal gælde mindst én dag.");
    assertThat(texts(made(new Change.Add(List.of("6.3", "pear"), period("1027-01-01", null)))))
        .containsExactly("Datoer skal ligge fra 1900 til 2199.");
  }

  @Test
  void rows_stand_in_the_order_of_their_numbers() {
    TableContent content =
        TableContent.of(
            "fruit",
            List.of(
                row("6.10", "", "2020-01-01", null),
                row("6.2", "", "2024-01-01", null),
                row("6.2", "pear", "2020-01-01", "2024-01-01")),
            table.columns());
    assertThat(content.rows())
        .extracting(row -> row.cells().get(0) + " " + row.period().from())
        .containsExactly("6.2 2020-01-01", "6.2 2024-01-01", "6.10 2020-01-01");
  }

  @Test
  void the_version_of_a_table_follows_from_its_rows_alone() {
    Row one = row("6.1", "apple", "2020-01-01", null);
    Row other = row("6.2", "pear", "2020-01-01", null);
    String version = new TableContent("fruit", List.of(one, other)).version();
    assertThat(new TableContent("fruit", List.of(other, one)).version()).isEqualTo(version);
    assertThat(
            new TableContent("fruit", List.of(one, row("6.2", "pear", "2020-01-01", "2027-01-01")))
                .version())
        .isNotEqualTo(version);
    assertThat(
            new TableContent("fruit", List.of(row("6.1a", "pple", "2020-01-01", null))).version())
        .isNotEqualTo(
            new TableContent("fruit", List.of(row("6.1", "apple", "2020-01-01", null))).version());
  }

  private Outcome made(Change... changes) {
    return Changes.of(table, table.content(), List.of(changes), TODAY);
  }

  private static List<String> texts(Outcome made) {
    return made.problems().stream().map(TableProblem::text).toList();
  }

  private static RowRef ref(String code, String from) {
    return new RowRef(List.of(code), LocalDate.parse(from));
  }

  private static Change end(String code, String from, @Nullable String to) {
    return new Change.End(ref(code, from), to == null ? null : LocalDate.parse(to));
  }

  private static Change replace(String code, String fruit, String from, @Nullable String to) {
    return new Change.Replace(ref(code, "2020-01-01"), List.of(code, fruit), period(from, to));
  }
}
