package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.CaseEventHandler;
import dk.borgermaaling.gateway.caseevent.CaseEventStore;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenLock;
import dk.borgermaaling.gateway.citizen.CitizenNumbers;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Processes the waiting events of citizens, each one's in order and no citizen twice at once (nor
 * whomever a correction names instead): projects the course, decides, and invites or takes back.
 * All of it is one transaction, so that a crash leaves the events waiting.
 */
public final class EventProcessing implements CaseEventHandler {
  private final Transactions transactions;
  private final CaseEventStore events;
  private final CitizenLock lock;
  private final CitizenNumbers numbers;
  private final CaseFacts facts;
  private final DecisionLog log;
  private final BusinessClock clock;

  public EventProcessing(
      Transactions transactions,
      CaseEventStore events,
      CitizenLock lock,
      CitizenNumbers numbers,
      CaseFacts facts,
      DecisionLog log,
      BusinessClock clock) {
    this.transactions = transactions;
    this.events = events;
    this.lock = lock;
    this.numbers = numbers;
    this.facts = facts;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void handle(Collection<CitizenId> citizens) {
    transactions.runInOne(
        () -> {
          List<CitizenId> concerned = events.concernedByWaiting(citizens);
          lock.hold(concerned);
          process(citizens, concerned);
        });
  }

  private void process(Collection<CitizenId> citizens, List<CitizenId> concerned) {
    List<StoredCaseEvent> all = events.ofCitizens(concerned);
    EntityVersions versions = new EntityVersions(all);
    People people = new People(concerned, all, versions);
    List<StoredCaseEvent> waiting =
        people.toldOf(citizens).stream().filter(event -> !event.processed()).toList();
    if (waiting.isEmpty()) {
      return;
    }
    Instant now = clock.now();
    Deciding deciding =
        new Deciding(
            facts.about(people, concerned, towns(people, waiting)),
            versions,
            facts.invitations(),
            now);
    waiting.forEach(deciding::decide);
    deciding.write(log);
    noteNumbers(people, people.concernedWith(citizens), all);
    events.markProcessed(waiting, now);
  }

  /** In which municipalities something of a citizen is to be decided, whichever number it has. */
  private static Map<CitizenId, Set<MunicipalityCode>> towns(
      People people, List<StoredCaseEvent> waiting) {
    Map<CitizenId, Set<MunicipalityCode>> towns = new HashMap<>();
    for (StoredCaseEvent event : waiting) {
      MunicipalityCode town = event.municipality();
      for (CitizenId number : people.of(town, event.citizen()).numbers()) {
        towns.computeIfAbsent(number, any -> new HashSet<>()).add(town);
      }
    }
    return towns;
  }

  /**
   * Which number holds now, in each municipality that told of a change, taken back or not.
   *
   * @param concerned of whom everything that joins them was read
   */
  private void noteNumbers(People people, Set<CitizenId> concerned, List<StoredCaseEvent> all) {
    Map<MunicipalityCode, Set<CitizenId>> changed = new HashMap<>();
    for (StoredCaseEvent event : all) {
      CitizenId former = event.formerly();
      if (former != null && concerned.contains(event.citizen())) {
        changed
            .computeIfAbsent(event.municipality(), any -> new HashSet<>())
            .addAll(List.of(event.citizen(), former));
      }
    }
    changed.forEach(
        (municipality, citizens) ->
            people
                .of(municipality, citizens)
                .forEach(
                    person -> numbers.isNow(municipality, person.numbers(), person.current())));
  }
}
