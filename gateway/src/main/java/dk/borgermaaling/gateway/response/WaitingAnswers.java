package dk.borgermaaling.gateway.response;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The buffer and the tables behind it, as the batch sees them, in its open transaction. */
public interface WaitingAnswers {
  /**
   * Makes sure that no other node writes a batch until this transaction ends; false if one does.
   */
  boolean takeTurn();

  /** How many wait, and the Danish date in business time on which the oldest was received. */
  Waiting waiting();

  record Waiting(int count, Optional<LocalDate> oldest) {}

  /** At most {@code most} of them, in no order that means anything. */
  List<SealedRow> read(int most);

  /**
   * Writes them shuffled under new random ids, comments apart, so that neither order nor place nor
   * transaction tells which came with which, or when.
   */
  void write(List<Answer> answers);

  /** Moves rows that no key opens out of the way. */
  void setAside(List<SealedRow> rows);

  void delete(List<SealedRow> rows);
}
