package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.CaseEventStore;
import dk.borgermaaling.gateway.caseevent.EventId;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenTraits;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.selection.DecisionBook.Stored;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides again what was decided in a time span, by the rules of now with the tables as they are
 * and with other tables, and tells the difference. Nothing is stored and nobody is told anything.
 * Both ways are decided anew, so that the tables alone make the difference; invitations that they
 * make or do not make stand in the way of later ones as they would have.
 */
public final class Replay {
  private static final int CITIZENS_AT_ONCE = 200;

  private final Transactions transactions;
  private final CaseEventStore events;
  private final DecisionBook decisions;
  private final CaseFacts facts;

  public Replay(
      Transactions transactions, CaseEventStore events, DecisionBook decisions, CaseFacts facts) {
    this.transactions = transactions;
    this.events = events;
    this.decisions = decisions;
    this.facts = facts;
  }

  /** The tables that are in force; with them as {@code others} nothing differs. */
  public RuleTables inForce() {
    return facts.rules();
  }

  /**
   * Replays what was decided from {@code from}, inclusive, to {@code to}, exclusive, both business
   * time.
   */
  public Result run(Instant from, Instant to, RuleTables others) {
    return run(from, to, inForce(), others);
  }

  /**
   * As {@link #run(Instant, Instant, RuleTables)}.
   *
   * @param first the tables that take the place of those in force
   */
  public Result run(Instant from, Instant to, RuleTables first, RuleTables others) {
    Map<Change, Long> changes = new TreeMap<>();
    long[] counts = new long[2];
    CitizenId last = null;
    while (true) {
      CitizenId after = last;
      List<CitizenId> some =
          transactions.inOne(() -> decisions.citizens(from, to, after, CITIZENS_AT_ONCE));
      if (some.isEmpty()) {
        return new Result(counts[0], counts[1], Map.copyOf(changes));
      }
      transactions.runInOne(
          () -> {
            Again again = read(some, from, to);
            Map<EventId, Decision> asIs = again.decide(first);
            Map<EventId, Decision> other = again.decide(others);
            asIs.forEach(
                (id, decision) -> {
                  counts[0]++;
                  counts[1] += again.isAsStored(id, decision) ? 1 : 0;
                  String before = outcome(decision);
                  String now = outcome(other.getOrDefault(id, decision));
                  if (!before.equals(now)) {
                    changes.merge(new Change(id.municipality(), before, now), 1L, Long::sum);
                  }
                });
          });
      last = some.get(some.size() - 1);
    }
  }

  private Again read(List<CitizenId> citizens, Instant from, Instant to) {
    List<CitizenId> concerned = events.concernedBy(citizens);
    Map<EventId, Stored> stored = new HashMap<>();
    decisions
        .of(concerned)
        .forEach(one -> stored.put(new EventId(one.municipality(), one.eventId()), one));
    Map<CitizenId, CitizenTraits> traits = facts.traits().of(concerned);
    return new Again(
        facts, citizens, concerned, events.ofCitizens(concerned), stored, traits, from, to);
  }

  /** {@code INVITED} and the group, or the reason. */
  static String outcome(Decision decision) {
    StopReason reason = decision.reason();
    return outcome(reason, decision.surveyGroup());
  }

  static String outcome(@Nullable StopReason reason, @Nullable String surveyGroup) {
    return reason == null ? "INVITED " + surveyGroup : reason.name();
  }

  /**
   * What came out.
   *
   * @param decided how many decisions were made again
   * @param reproduced how many of them came out with the tables of now as they are stored; the
   *     others were made by other rules or tables, or of what was told only later
   * @param changes how many would have been decided otherwise
   */
  public record Result(long decided, long reproduced, Map<Change, Long> changes) {}

  /** From one outcome to another; see {@link #outcome}. */
  public record Change(MunicipalityCode municipality, String before, String after)
      implements Comparable<Change> {
    @Override
    public int compareTo(Change other) {
      return Comparator.comparing(Change::municipality)
          .thenComparing(Change::before)
          .thenComparing(Change::after)
          .compare(this, other);
    }
  }
}
