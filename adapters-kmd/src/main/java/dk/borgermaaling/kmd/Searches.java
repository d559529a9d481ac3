package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads the searches of a look. One that Momentum does not get through is asked in halves of its
 * span, and these again, down to a day.
 */
record Searches(
    Momentum momentum,
    List<String> targetGroupCodes,
    Codes codes,
    KnownTargetGroups targetGroups,
    LocalDate today) {
  Look all() {
    return read(Span.ALL);
  }

  /** Whose group started on this day or later. */
  Look since(LocalDate day) {
    return read(Span.since(day));
  }

  /** A look that has seen nobody yet. */
  Look nobody() {
    return new Look(codes, targetGroups);
  }

  private Look read(Span span) {
    Look look = nobody();
    targetGroupCodes.forEach(code -> read(code, span, look));
    return look;
  }

  /** Adds what this search finds. */
  void read(String code, Span span, Look look) {
    try {
      momentum.citizensIn(code, span, look::take);
    } catch (Momentum.SearchTooLong e) {
      span.halves(today).forEach(half -> read(code, half, look));
    }
  }
}
