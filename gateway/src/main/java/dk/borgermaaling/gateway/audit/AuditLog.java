package dk.borgermaaling.gateway.audit;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Notes what staff did. The database role can add notes and read them, nothing else. */
public interface AuditLog {
  /** The actor of a refused log-in whose name is not an account's. */
  String NOBODY_KNOWN = "(unknown)";

  /**
   * Adds a note, in the open transaction.
   *
   * @param at real time
   * @param actor user name of an account, or {@link #NOBODY_KNOWN}
   * @param municipality whose numbers or rows were seen; null when all, or none
   */
  default void note(
      Instant at, String actor, Action action, @Nullable MunicipalityCode municipality) {
    note(at, actor, action, municipality, null);
  }

  /**
   * As {@link #note(Instant, String, Action, MunicipalityCode)}, with what was acted on.
   *
   * @param subject our own names and ids, a citizen's too, or a case system's id in which nothing
   *     looks like a CPR number; never anything that names a person outside the gateway
   */
  void note(
      Instant at,
      String actor,
      Action action,
      @Nullable MunicipalityCode municipality,
      @Nullable String subject);

  /** What can be noted; the name is stored. */
  enum Action {
    LOGGED_IN,
    LOG_IN_REFUSED,
    LOGGED_OUT,
    SAW_RESULTS,
    SAW_CONSOLE,
    SAW_LIST,
    UPLOADED_LIST,
    CONFIRMED_LIST,
    DISCARDED_LIST,
    REGISTERED_OPT_OUT,
    REVOKED_OPT_OUT,
    ORDERED_DRY_RUN,
    ORDERED_RESYNC,
    REDROVE_DEAD_LETTERS,
    CLOSED_DEAD_LETTER,
    /** Had a first message of unknown outcome sent again. */
    RESENT_MESSAGE,
    /** Looked up a citizen's decisions; once for each of our ids of that citizen. */
    ASKED_WHY,
    PLANNED_ROUND,
    RELEASED_ROUND,
    CANCELLED_ROUND,
    PROPOSED_TABLE_CHANGE,
    CONFIRMED_TABLE_CHANGE,
    REJECTED_TABLE_CHANGE,
    /** The actor confirmed too late, or confirmed another change of the table. */
    EXPIRED_TABLE_CHANGE,
    PROPOSED_MESSAGE_TEXT,
    CONFIRMED_MESSAGE_TEXT,
    REJECTED_MESSAGE_TEXT,
    ENDED_MESSAGE_TEXT,
    /** Sent a text to a recipient of the actor's choice, who is not noted. */
    SENT_TEST_MESSAGE,
    UPLOADED_FILE,
    PAUSED_SENDING,
    RESUMED_SENDING,
    /** Set or took away how many steps may leave in a minute. */
    SET_THROTTLE,
    SAW_PLAN,
    /** Moved a step of an invitation's plan, changed its channels or took it out. */
    CHANGED_PLAN,
    WAS_REFUSED
  }
}
