package dk.borgermaaling.gateway.access;

import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Logging in and out. A wrong password, an unknown user and a locked account are answered alike and
 * take the same work. What cannot be a user's name is an unknown one, and the accounts are not
 * asked about it. Times are real time.
 */
public final class LogIn {
  private static final int LONGEST_PASSWORD = 256;
  private final Accounts accounts;
  private final SessionStore sessions;
  private final PasswordHashing hashing;
  private final AuditLog audit;
  private final Transactions transactions;
  private final Clock clock;
  private final LockOut lockOut;
  private final SessionSettings settings;
  private final String hashOfNobody;

  public LogIn(
      Accounts accounts,
      SessionStore sessions,
      PasswordHashing hashing,
      AuditLog audit,
      Transactions transactions,
      Clock clock,
      LockOut lockOut,
      SessionSettings settings) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.hashing = hashing;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
    this.lockOut = lockOut;
    this.settings = settings;
    this.hashOfNobody = hashing.hash(SessionToken.random().value().toCharArray());
  }

  /** A new session, with a new token whatever the browser had before; empty when refused. */
  public Optional<SessionToken> logIn(String typedName, char[] password) {
    String userName = typedName.strip().toLowerCase(Locale.ROOT);
    Instant now = clock.instant();
    Optional<Accounts.Attempt> attempt =
        Account.isUserName(userName)
            ? transactions.inOne(() -> accounts.beginAttempt(userName, now, lockOut))
            : Optional.empty();
    boolean right =
        password.length <= LONGEST_PASSWORD
            && hashing.matches(
                password, attempt.map(Accounts.Attempt::passwordHash).orElse(hashOfNobody));
    if (attempt.isEmpty() || !right) {
      // What was typed as a name may be anything, a CPR number too: only known names are noted.
      String actor = attempt.map(found -> found.account().userName()).orElse(AuditLog.NOBODY_KNOWN);
      transactions.runInOne(() -> audit.note(now, actor, AuditLog.Action.LOG_IN_REFUSED, null));
      return Optional.empty();
    }
    Account account = attempt.get().account();
    SessionToken token = SessionToken.random();
    transactions.runInOne(
        () -> {
          accounts.succeeded(account.userName());
          sessions.removeExpired(now, settings.idle(), settings.longest());
          sessions.open(token.hash(), account, now);
          audit.note(now, account.userName(), AuditLog.Action.LOGGED_IN, null);
        });
    return Optional.of(token);
  }

  /** Whose session this is, if it is open. */
  public Optional<Account> who(SessionToken token) {
    return transactions.inOne(
        () -> sessions.use(token.hash(), clock.instant(), settings.idle(), settings.longest()));
  }

  public void logOut(SessionToken token, Account account) {
    transactions.runInOne(
        () -> {
          sessions.close(token.hash());
          audit.note(clock.instant(), account.userName(), AuditLog.Action.LOGGED_OUT, null);
        });
  }
}
