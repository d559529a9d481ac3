package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.CaseEventStore;
import dk.borgermaaling.gateway.caseevent.EventId;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the reasons where the decisions are kept. */
public final class StoredReasons implements Why {
  private final Transactions transactions;
  private final CaseEventStore events;
  private final DecisionBook decisions;

  public StoredReasons(Transactions transactions, CaseEventStore events, DecisionBook decisions) {
    this.transactions = transactions;
    this.events = events;
    this.decisions = decisions;
  }

  @Override
  public List<Explained> of(MunicipalityCode municipality, Reference reference) {
    return transactions.inOne(
        () -> {
          List<CitizenId> person = personOf(municipality, reference);
          Map<EventId, StoredCaseEvent> told = new HashMap<>();
          events
              .ofCitizens(person)
              .forEach(
                  event -> told.put(new EventId(event.municipality(), event.eventId()), event));
          List<Explained> explained = new ArrayList<>();
          for (DecisionBook.Stored decision : decisions.of(person)) {
            if (decision.municipality().equals(municipality)) {
              EventId id = new EventId(municipality, decision.eventId());
              explained.add(new Explained(id, told.get(id), decision));
            }
          }
          for (DecisionBook.Stored decision : decisions.inRounds(municipality, person)) {
            explained.add(new Explained(null, null, decision));
          }
          explained.sort(
              Comparator.comparing((Explained one) -> one.decision().decidedAt()).reversed());
          return List.copyOf(explained);
        });
  }

  /** Whose number changed, as this municipality told, is asked for by any of them. */
  private List<CitizenId> personOf(MunicipalityCode municipality, Reference reference) {
    List<CitizenId> named =
        reference instanceof Reference.Citizen citizen
            ? List.of(citizen.id())
            : decisions.citizensOf(municipality, ((Reference.Case) reference).entityId());
    if (named.isEmpty()) {
      return List.of();
    }
    List<CitizenId> concerned = events.concernedBy(named);
    List<StoredCaseEvent> all = events.ofCitizens(concerned);
    People people = new People(concerned, all, new EntityVersions(all));
    return people.of(municipality, named).stream()
        .flatMap(person -> person.numbers().stream())
        .toList();
  }
}
