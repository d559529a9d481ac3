package dk.borgermaaling.gateway.letter.jpa;

import dk.borgermaaling.gateway.letter.LetterBudget;
import dk.borgermaaling.gateway.letter.LetterTerms;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Spends in {@code ops.letter_month} by one conditional UPDATE: the row's lock makes a second node
 * wait for the first to commit, and the condition is read again then.
 */
public final class SqlLetterBudget implements LetterBudget {
  private static final String SPEND =
      """
      UPDATE ops.letter_month SET letters = letters + 1, spent_ore = spent_ore + :price
      WHERE municipality_code = :municipality AND month = :month AND spent_ore + :price <= :most
      """;

  private final Jdbi jdbi;

  /** Joins the transaction of the caller. */
  public SqlLetterBudget(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public boolean hasRoom(LetterTerms terms, YearMonth month) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT spent_ore + :price <= :most FROM ops.letter_month
                    WHERE municipality_code = :municipality AND month = :month
                    """)
                .bind("price", terms.priceOre())
                .bind("most", terms.monthOre())
                .bind("municipality", terms.municipality().value())
                .bind("month", first(month))
                .mapTo(Boolean.class)
                .findOne()
                .orElse(terms.priceOre() <= terms.monthOre()));
  }

  @Override
  public boolean spend(LetterTerms terms, YearMonth month, UUID letter) {
    return jdbi.withHandle(
        handle -> {
          if (isPaid(handle, letter)) {
            return true;
          }
          handle
              .createUpdate(
                  """
                  INSERT INTO ops.letter_month (municipality_code, month)
                  VALUES (:municipality, :month) ON CONFLICT DO NOTHING
                  """)
              .bind("municipality", terms.municipality().value())
              .bind("month", first(month))
              .execute();
          int spent =
              handle
                  .createUpdate(SPEND)
                  .bind("price", terms.priceOre())
                  .bind("most", terms.monthOre())
                  .bind("municipality", terms.municipality().value())
                  .bind("month", first(month))
                  .execute();
          if (spent == 1) {
            charge(handle, terms, month, letter);
          }
          return spent == 1;
        });
  }

  @Override
  public void giveBack(UUID letter) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    WITH back AS (DELETE FROM ops.letter_charge WHERE letter = :letter
                                  RETURNING municipality_code, month, price_ore)
                    UPDATE ops.letter_month AS spent
                    SET letters = letters - 1, spent_ore = spent_ore - back.price_ore
                    FROM back
                    WHERE spent.municipality_code = back.municipality_code AND spent.month = back.month
                    """)
                .bind("letter", letter)
                .execute());
  }

  private static boolean isPaid(Handle handle, UUID letter) {
    return handle
        .createQuery("SELECT EXISTS (SELECT 1 FROM ops.letter_charge WHERE letter = :letter)")
        .bind("letter", letter)
        .mapTo(Boolean.class)
        .one();
  }

  private static void charge(Handle handle, LetterTerms terms, YearMonth month, UUID letter) {
    handle
        .createUpdate(
            """
            INSERT INTO ops.letter_charge (letter, municipality_code, month, price_ore)
            VALUES (:letter, :municipality, :month, :price)
            """)
        .bind("letter", letter)
        .bind("municipality", terms.municipality().value())
        .bind("month", first(month))
        .bind("price", terms.priceOre())
        .execute();
  }

  private static LocalDate first(YearMonth month) {
    return month.atDay(1);
  }
}
