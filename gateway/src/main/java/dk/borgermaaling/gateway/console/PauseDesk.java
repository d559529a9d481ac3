package dk.borgermaaling.gateway.console;

import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.audit.AuditLog.Action;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.notification.Pause;
import dk.borgermaaling.gateway.notification.PauseBook;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where operators hold sending back and let it go on. What is done is noted in the same
 * transaction.
 */
public final class PauseDesk {
  /** More in a minute than any service takes. */
  public static final int MOST_PER_MINUTE = 1_000_000;

  private final PauseBook book;
  private final Transactions transactions;
  private final AuditLog audit;
  private final Clock clock;

  /**
   * @param clock real time
   */
  public PauseDesk(PauseBook book, Transactions transactions, AuditLog audit, Clock clock) {
    this.book = book;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  public List<Pause> pauses() {
    return transactions.inOne(book::active);
  }

  public Map<String, PauseBook.Throttle> throttles() {
    return transactions.inOne(book::throttles);
  }

  /**
   * Pauses.
   *
   * @param by user name
   * @return what is wrong with the reason; empty when it is paused
   */
  public Optional<String> pause(Pause.Scope scope, String reason, String by) {
    return WrittenReason.problemOf(reason)
        .or(
            () -> {
              transactions.runInOne(
                  () -> {
                    UUID id = book.pause(scope, reason.strip(), by);
                    note(by, Action.PAUSED_SENDING, scope.municipality(), id.toString());
                  });
              return Optional.empty();
            });
  }

  /**
   * Ends a pause, whoever made it.
   *
   * @return false when it has ended already
   */
  public boolean resume(UUID pause, String by) {
    return transactions.inOne(
        () -> {
          Optional<Pause> ended = book.resume(pause, by);
          ended.ifPresent(
              one ->
                  note(by, Action.RESUMED_SENDING, one.scope().municipality(), pause.toString()));
          return ended.isPresent();
        });
  }

  /**
   * Sets how many may leave in a minute.
   *
   * @param municipality null for the whole country
   * @param perMinute 0 is no limit; null goes back to the setting
   */
  public void throttle(
      @Nullable MunicipalityCode municipality, @Nullable Integer perMinute, String by) {
    String scope = municipality == null ? PauseBook.COUNTRY : PauseBook.scopeOf(municipality);
    transactions.runInOne(
        () -> {
          if (perMinute == null) {
            book.unthrottle(scope);
          } else {
            book.throttle(scope, perMinute, by);
          }
          note(by, Action.SET_THROTTLE, municipality, scope + " " + perMinute);
        });
  }

  private void note(
      String by, Action action, @Nullable MunicipalityCode municipality, String subject) {
    audit.note(clock.instant(), by, action, municipality, subject);
  }
}
