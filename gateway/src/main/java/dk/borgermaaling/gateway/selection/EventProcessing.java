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
import dk.borgermaaling.gateway.selection.People.Person;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
    List<Person> persons = people.of(citizens);
    List<StoredCaseEvent> waiting =
        persons.stream()
            .flatMap(person -> person.events().stream())
            .filter(event -> !event.processed())
            .toList();
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
    people
        .of(withOtherNumbers(citizens, all))
        .forEach(person -> numbers.isNow(person.numbers(), person.current()));
    events.markProcessed(waiting, now);
  }

  /** In which municipalities something of a citizen is to be decided, whichever number it has. */
  private static Map<CitizenId, Set<MunicipalityCode>> towns(
      People people, List<StoredCaseEvent> waiting) {
    Map<CitizenId, Set<MunicipalityCode>> towns = new HashMap<>();
    for (StoredCaseEvent event : waiting) {
      for (CitizenId number : people.of(event.citizen()).numbers()) {
        towns.computeIfAbsent(number, any -> new HashSet<>()).add(event.municipality());
      }
    }
    return towns;
  }

  /**
   * Which of these were told to have had, or to have got, another number, and those numbers, taken
   * back or not. Of whomever a correction names instead not all is read: their turn comes.
   */
  private static Set<CitizenId> withOtherNumbers(
      Collection<CitizenId> citizens, List<StoredCaseEvent> events) {
    Set<CitizenId> whole = new LinkedHashSet<>(citizens);
    Set<CitizenId> changed = new LinkedHashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (StoredCaseEvent event : events) {
        CitizenId former = event.formerly();
        if (former != null && (whole.contains(event.citizen()) || whole.contains(former))) {
          List<CitizenId> both = List.of(event.citizen(), former);
          whole.addAll(both);
          more |= changed.addAll(both);
        }
      }
    }
    return changed;
  }
}
