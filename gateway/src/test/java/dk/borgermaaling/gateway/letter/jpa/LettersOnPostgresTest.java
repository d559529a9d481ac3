package dk.borgermaaling.gateway.letter.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.letter.LetterTable;
import dk.borgermaaling.gateway.letter.LetterTerms;
import dk.borgermaaling.gateway.tables.Period;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableDiff;
import dk.borgermaaling.gateway.testing.Database;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LettersOnPostgresTest {
  private static final MunicipalityCode ODENSE = new MunicipalityCode("0461");
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final LetterTerms TEN_LETTERS =
      new LetterTerms(ODENSE, 1_150, 11_999, null, false);

  private final Database database = Database.fresh();
  private final SqlLetterBudget budget = new SqlLetterBudget(database.gateway());

  @Test
  void letters_are_paid_for_until_the_month_s_budget_is_spent() {
    for (int i = 0; i < 10; i++) {
      assertThat(room()).isTrue();
      assertThat(spend(NOVEMBER, UUID.randomUUID())).isTrue();
    }
    assertThat(room()).isFalse();
    assertThat(spend(NOVEMBER, UUID.randomUUID())).isFalse();
    assertThat(spend(NOVEMBER.plusMonths(1), UUID.randomUUID())).isTrue();
    assertThat(spent()).isEqualTo("10 11500");
  }

  @Test
  void a_letter_is_paid_for_once_however_often_it_is_called() {
    UUID letter = UUID.randomUUID();
    assertThat(spend(NOVEMBER, letter)).isTrue();
    assertThat(spend(NOVEMBER, letter)).isTrue();
    assertThat(spend(NOVEMBER.plusMonths(1), letter)).isTrue();
    assertThat(spent()).isEqualTo("1 1150");
  }

  @Test
  void what_was_not_taken_is_given_back_once() {
    UUID letter = UUID.randomUUID();
    spend(NOVEMBER, UUID.randomUUID());
    spend(NOVEMBER, letter);
    for (int i = 0; i < 2; i++) {
      database.transactions().runInOne(() -> budget.giveBack(letter));
    }
    assertThat(spent()).isEqualTo("1 1150");
  }

  @Test
  void a_call_that_is_rolled_back_has_cost_nothing() {
    try {
      database
          .transactions()
          .runInOne(
              () -> {
                budget.spend(TEN_LETTERS, NOVEMBER, UUID.randomUUID());
                throw new IllegalStateException("the step was taken by another");
              });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessageContaining("another");
    }
    assertThat(room()).isTrue();
    assertThat(spend(NOVEMBER, UUID.randomUUID())).isTrue();
    assertThat(spent()).isEqualTo("1 1150");
  }

  @Test
  void two_nodes_together_never_pass_the_budget() throws InterruptedException, ExecutionException {
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> letters = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        letters.add(() -> spend(NOVEMBER, UUID.randomUUID()));
      }
      int paid = 0;
      for (Future<Boolean> one : nodes.invokeAll(letters)) {
        paid += one.get() ? 1 : 0;
      }
      assertThat(paid).isEqualTo(10);
      assertThat(spent()).isEqualTo("10 11500");
    } finally {
      nodes.shutdownNow();
    }
  }

  @Test
  void operators_terms_hold_in_their_period_alone() {
    SqlLetterTerms terms = new SqlLetterTerms(database.gateway());
    LocalDate from = LocalDate.of(2026, 11, 1);
    database
        .transactions()
        .runInOne(
            () ->
                terms
                    .editable()
                    .apply(
                        new TableDiff(
                            List.of(),
                            List.of(
                                new Row(
                                    List.of("0461", "1150", "500000", "265", "false"),
                                    new Period(from, from.plusMonths(1)))))));
    terms.refresh();
    assertThat(terms.of(ODENSE, from))
        .contains(new LetterTerms(ODENSE, 1_150, 500_000, 265, false));
    assertThat(terms.of(ODENSE, from.minusDays(1))).isEmpty();
    assertThat(terms.of(ODENSE, from.plusMonths(1))).isEmpty();
    assertThat(terms.of(new MunicipalityCode("0751"), from)).isEmpty();
    assertThat(terms.editable().columns()).hasSize(5);
  }

  @Test
  void a_budget_below_the_price_of_a_letter_is_refused() {
    Period period = new Period(LocalDate.of(2026, 11, 1), null);
    assertThat(
            LetterTable.problemsOf(
                List.of(new Row(List.of("0461", "1150", "1000", "", "true"), period))))
        .hasSize(1);
    assertThat(
            LetterTable.problemsOf(
                List.of(new Row(List.of("0461", "1150", "1150", "", "true"), period))))
        .isEmpty();
  }

  private boolean room() {
    return database.transactions().<Boolean>inOne(() -> budget.hasRoom(TEN_LETTERS, NOVEMBER));
  }

  private boolean spend(YearMonth month, UUID letter) {
    return database.transactions().<Boolean>inOne(() -> budget.spend(TEN_LETTERS, month, letter));
  }

  private String spent() {
    return database
        .owner()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT letters || ' ' || spent_ore FROM ops.letter_month"
                            + " WHERE month = '2026-11-01'")
                    .mapTo(String.class)
                    .one());
  }
}
