package dk.borgermaaling.gateway.letter;

import java.time.YearMonth;
import java.util.UUID;

/**
 * What letters have cost in a month, so that no two nodes together spend more than the municipality
 * has agreed to. Every call joins the open transaction of the caller.
 */
public interface LetterBudget {
  /** Whether one more letter fits; changes nothing, and another may be quicker. */
  boolean hasRoom(LetterTerms terms, YearMonth month);

  /**
   * Spends the price of one letter, in the transaction that commits that its call begins. A letter
   * that has been paid for is not paid for again, however often its call is made.
   *
   * @param letter its AfsendelseIdentifikator
   * @return false when the budget of the month is spent: nothing is charged, the letter must stay
   */
  boolean spend(LetterTerms terms, YearMonth month, UUID letter);

  /** Gives the price back, for a letter that for certain was never taken; else changes nothing. */
  void giveBack(UUID letter);
}
