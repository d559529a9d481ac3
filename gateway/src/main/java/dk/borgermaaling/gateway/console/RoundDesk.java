package dk.borgermaaling.gateway.console;

import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.audit.AuditLog.Action;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.selection.Round;
import dk.borgermaaling.gateway.selection.RoundBook;
import dk.borgermaaling.gateway.selection.RoundBook.Overview;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.selection.TermsTable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Where operators plan rounds, release each other's, and take them back. A round asks everybody at
 * once, so it needs two people, and a municipality whose terms of the reference date are rounds.
 * What is done is noted in the same transaction, what was refused is not.
 */
public final class RoundDesk {
  private final RoundBook book;
  private final TermsTable terms;
  private final Municipalities municipalities;
  private final Transactions transactions;
  private final AuditLog audit;
  private final Clock clock;

  /**
   * @param clock real time
   */
  public RoundDesk(
      RoundBook book,
      TermsTable terms,
      Municipalities municipalities,
      Transactions transactions,
      AuditLog audit,
      Clock clock) {
    this.book = book;
    this.terms = terms;
    this.municipalities = municipalities;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** What has come of a step. */
  public enum Answer {
    DONE,
    /** The municipality has no service agreement on the reference date. */
    NO_AGREEMENT,
    /** By its terms of the reference date the municipality asks after events. */
    NOT_IN_ROUNDS,
    /** Whoever planned a round does not release it. */
    NEEDS_ANOTHER,
    /** It has begun, or is released, or is not there. */
    TOO_LATE
  }

  public List<Overview> overview() {
    return transactions.inOne(book::overview);
  }

  /**
   * Plans a round; the same again changes nothing.
   *
   * @param by user name
   */
  public Answer plan(MunicipalityCode municipality, LocalDate referenceDate, String by) {
    Answer may = mayBe(municipality, referenceDate);
    if (may == Answer.DONE) {
      transactions.runInOne(
          () -> {
            UUID round = book.plan(municipality, referenceDate, by, clock.instant());
            note(by, Action.PLANNED_ROUND, municipality, round);
          });
    }
    return may;
  }

  /**
   * Lets a round begin that somebody else has planned; asked again, since terms may have changed.
   */
  public Answer release(String id, String by) {
    return transactions.inOne(
        () -> {
          Overview known = find(id).orElse(null);
          if (known == null) {
            return Answer.TOO_LATE;
          }
          Round round = known.round();
          Answer may = mayBe(round.municipality(), round.referenceDate());
          if (may != Answer.DONE) {
            return may;
          }
          String planner = known.plannedBy();
          if (planner == null || planner.equals(by)) {
            return Answer.NEEDS_ANOTHER;
          }
          return noted(
              by,
              Action.RELEASED_ROUND,
              round,
              () -> book.release(round.id(), by, clock.instant()));
        });
  }

  /** Forgets a round of which nobody was looked at yet, released or not. */
  public Answer cancel(String id, String by) {
    return transactions.inOne(
        () -> {
          Round round = find(id).map(Overview::round).orElse(null);
          return round == null
              ? Answer.TOO_LATE
              : noted(by, Action.CANCELLED_ROUND, round, () -> book.cancel(round.id()));
        });
  }

  private Answer mayBe(MunicipalityCode municipality, LocalDate on) {
    if (municipalities.byCode(municipality, on).filter(Municipality::participates).isEmpty()) {
      return Answer.NO_AGREEMENT;
    }
    return terms.of(municipality, on).mode() == SamplingMode.ROUND
        ? Answer.DONE
        : Answer.NOT_IN_ROUNDS;
  }

  private Optional<Overview> find(String id) {
    return book.overview().stream()
        .filter(one -> one.round().id().toString().equals(id))
        .findFirst();
  }

  private Answer noted(String by, Action action, Round round, BooleanSupplier step) {
    if (!step.getAsBoolean()) {
      return Answer.TOO_LATE;
    }
    note(by, action, round.municipality(), round.id());
    return Answer.DONE;
  }

  private void note(String by, Action action, MunicipalityCode municipality, UUID round) {
    audit.note(clock.instant(), by, action, municipality, round.toString());
  }
}
