package dk.borgermaaling.gateway.tables;

import dk.borgermaaling.gateway.audit.AuditLog;
import dk.borgermaaling.gateway.audit.AuditLog.Action;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.tables.ChangeSet.Closing;
import dk.borgermaaling.gateway.tables.ChangeSet.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where tables are changed: one person drafts and proposes, another confirms or rejects. Each step
 * is one transaction; confirming applies the changes, or nothing is changed. A step that may not be
 * taken is {@link Refused}.
 */
public final class ChangeDesk {
  /** How many steps a set may have: a whole table by file included. */
  public static final int MOST_CHANGES = 5_000;

  private final Tables tables;
  private final ChangeSets sets;
  private final ChangeForecast forecast;
  private final ChangeNews news;
  private final AuditLog audit;
  private final Transactions transactions;
  private final BusinessClock business;
  private final Clock clock;
  private final Duration lifetime;

  /**
   * @param lifetime real time from proposal to confirmation at most
   */
  public ChangeDesk(
      Tables tables,
      ChangeSets sets,
      ChangeForecast forecast,
      ChangeNews news,
      AuditLog audit,
      Transactions transactions,
      BusinessClock business,
      Clock clock,
      Duration lifetime) {
    this.tables = tables;
    this.sets = sets;
    this.forecast = forecast;
    this.news = news;
    this.audit = audit;
    this.transactions = transactions;
    this.business = business;
    this.clock = clock;
    this.lifetime = lifetime;
  }

  /** Opens a draft, empty or with changes made elsewhere: of a file, or of a set that has ended. */
  public ChangeSet draft(String table, String by, List<Change> changes) {
    requireTable(table);
    requireFew(changes);
    ChangeSet set = ChangeSet.draft(UUID.randomUUID(), table, by, clock.instant(), changes);
    transactions.runInOne(() -> sets.insert(set));
    return set;
  }

  /** Adds a step to a draft, if the draft with it could be made as the table is now. */
  public ChangeSet add(UUID id, String by, Change change) {
    return edit(
        id,
        by,
        set -> {
          List<Change> more = new ArrayList<>(set.changes());
          more.add(change);
          requireFew(more);
          List<TableProblem> ofIt =
              outcome(set.table(), more).problems().stream()
                  .filter(problem -> problem.step() == more.size())
                  .toList();
          if (!ofIt.isEmpty()) {
            throw new Refused(ofIt);
          }
          return set.edited(more, set.note(), set.correctsPast());
        });
  }

  /**
   * Takes a step out of a draft.
   *
   * @param step from 1; one that is not there takes out nothing
   */
  public ChangeSet remove(UUID id, String by, int step) {
    return edit(
        id,
        by,
        set -> {
          List<Change> fewer = new ArrayList<>(set.changes());
          if (step >= 1 && step <= fewer.size()) {
            fewer.remove(step - 1);
          }
          return set.edited(fewer, set.note(), set.correctsPast());
        });
  }

  /** Says why, and whether it is meant to change the past. */
  public ChangeSet explain(UUID id, String by, String note, boolean correctsPast) {
    return edit(id, by, set -> set.edited(set.changes(), WrittenNote.checked(note), correctsPast));
  }

  /** What the set would do to the table as it is now. */
  public Outcome outcome(ChangeSet set) {
    return outcome(set.table(), set.changes());
  }

  /** What the set would have changed, found out now. */
  public Previews preview(ChangeSet set) {
    return forecast.of(requireTable(set.table()).content(), outcome(set));
  }

  /**
   * Lays a draft before another person.
   *
   * @param seen version of the table that the proposer saw the preview on
   */
  public ChangeSet propose(UUID id, String by, String seen) {
    return edit(
        id,
        by,
        set -> {
          EditableTable table = requireTable(set.table());
          TableContent now = table.content();
          Outcome outcome = Changes.of(table, now, set.changes(), business.today());
          requirePossible(set, outcome);
          if (!now.version().equals(seen)) {
            throw new Refused(
                "Tabellen er ændret, siden du så virkningen. Se den igen, og foreslå derefter.");
          }
          note(by, Action.PROPOSED_TABLE_CHANGE, set);
          return set.proposed(
              new ChangeSet.Proposal(clock.instant(), now.version(), forecast.of(now, outcome)));
        });
  }

  /**
   * Makes the change, by somebody else than its proposer. A proposal whose table was changed, or
   * whose time is over, has expired then and is returned as such.
   */
  public ChangeSet confirm(UUID id, String by) {
    ChangeSet ended =
        transactions.inOne(
            () -> {
              sets.holdTables();
              ChangeSet set = hold(id, State.PROPOSED);
              if (set.proposer().equals(by)) {
                throw new Refused("En anden end den, der har foreslået ændringen, skal bekræfte.");
              }
              return apply(set, by);
            });
    if (ended.state() == State.CONFIRMED) {
      news.changed(ended.table());
    }
    return ended;
  }

  /** Ends a proposal or a draft without doing anything; its proposer may too. */
  public ChangeSet reject(UUID id, String by, String note) {
    return transactions.inOne(
        () -> {
          ChangeSet set = hold(id, null);
          if (set.state() == State.DRAFT) {
            requireOwn(set, by);
          } else {
            note(by, Action.REJECTED_TABLE_CHANGE, set);
          }
          String why = WrittenNote.checked(note);
          if (set.state() == State.PROPOSED && why.isEmpty()) {
            throw new Refused("Skriv, hvorfor forslaget afvises.");
          }
          return end(set, State.REJECTED, by, why, Previews.NONE, TableDiff.NOTHING);
        });
  }

  /** Whether a proposal could still be confirmed, as far as the table and the time say. */
  public boolean isFresh(ChangeSet set) {
    ChangeSet.Proposal proposal = set.proposal();
    return proposal != null
        && inTime(proposal)
        && requireTable(set.table()).content().version().equals(proposal.version());
  }

  private ChangeSet apply(ChangeSet set, String by) {
    ChangeSet.Proposal proposal = set.proposal();
    EditableTable table = requireTable(set.table());
    TableContent now = table.content();
    if (proposal == null || !inTime(proposal)) {
      return expire(set, by, "Forslaget var for gammelt.");
    }
    if (!now.version().equals(proposal.version())) {
      return expire(set, by, "Tabellen er ændret, siden forslaget blev lavet.");
    }
    Outcome outcome = Changes.of(table, now, set.changes(), business.today());
    requirePossible(set, outcome);
    Previews previews = forecast.of(now, outcome);
    table.apply(outcome.diff());
    note(by, Action.CONFIRMED_TABLE_CHANGE, set);
    news.changing(set.table());
    ChangeSet confirmed = end(set, State.CONFIRMED, by, "", previews, outcome.diff());
    sets.waiting().stream()
        .filter(other -> other.table().equals(set.table()) && !other.id().equals(set.id()))
        .forEach(other -> expire(other, by, "En anden ændring af tabellen blev bekræftet."));
    return confirmed;
  }

  private ChangeSet expire(ChangeSet set, String by, String why) {
    note(by, Action.EXPIRED_TABLE_CHANGE, set);
    return end(set, State.EXPIRED, null, why, Previews.NONE, TableDiff.NOTHING);
  }

  private ChangeSet end(
      ChangeSet set, State how, @Nullable String by, String why, Previews seen, TableDiff diff) {
    ChangeSet ended = set.closed(how, new Closing(clock.instant(), by, why, seen, diff));
    sets.update(ended);
    return ended;
  }

  private ChangeSet edit(UUID id, String by, UnaryOperator<ChangeSet> step) {
    return transactions.inOne(
        () -> {
          ChangeSet set = hold(id, State.DRAFT);
          requireOwn(set, by);
          ChangeSet edited = step.apply(set);
          sets.update(edited);
          return edited;
        });
  }

  private ChangeSet hold(UUID id, @Nullable State state) {
    ChangeSet set =
        sets.hold(id).orElseThrow(() -> new Refused("Der er ikke noget forslag med dette id."));
    if (state == null ? !set.isOpen() : set.state() != state) {
      throw new Refused("Forslaget er allerede afsluttet eller har skiftet tilstand.");
    }
    return set;
  }

  private Outcome outcome(String table, List<Change> changes) {
    EditableTable known = requireTable(table);
    return Changes.of(known, known.content(), changes, business.today());
  }

  private EditableTable requireTable(String id) {
    return tables.byId(id).orElseThrow(() -> new Refused("Tabellen findes ikke længere."));
  }

  private static void requireOwn(ChangeSet draft, String by) {
    if (!draft.proposer().equals(by)) {
      throw new Refused("Kun den, der har lavet kladden, kan ændre den.");
    }
  }

  private static void requirePossible(ChangeSet set, Outcome outcome) {
    List<TableProblem> problems = new ArrayList<>(outcome.problems());
    if (set.note().isEmpty()) {
      problems.add(new TableProblem(0, "Skriv, hvorfor tabellen skal ændres."));
    }
    if (outcome.touchesPast() && !set.correctsPast()) {
      problems.add(
          new TableProblem(
              0,
              "Ændringen gælder også dage før i dag. Sæt kryds ved, at den retter fortiden, hvis"
                  + " det er meningen."));
    }
    if (!problems.isEmpty()) {
      throw new Refused(problems);
    }
  }

  private static void requireFew(List<Change> changes) {
    if (changes.size() > MOST_CHANGES) {
      throw new Refused("Et forslag kan højst have " + MOST_CHANGES + " ændringer.");
    }
  }

  private boolean inTime(ChangeSet.Proposal proposal) {
    Instant latest = proposal.at().plus(lifetime);
    return !clock.instant().isAfter(latest);
  }

  private void note(String by, Action action, ChangeSet set) {
    audit.note(clock.instant(), by, action, null, set.table() + " " + set.id());
  }
}
