package dk.borgermaaling.gateway.caseevent.soap;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventStore;
import dk.borgermaaling.gateway.caseevent.EventId;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.caseevent.Withdrawal;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What senders ask of the store, from the events of {@link IntakeInMemory}. */
final class StoreInMemory implements CaseEventStore {
  private static final CitizenId SOMEBODY = new CitizenId(new UUID(0, 1));
  private final IntakeInMemory intake;

  StoreInMemory(IntakeInMemory intake) {
    this.intake = intake;
  }

  @Override
  public boolean insertWithdrawal(StoredCaseEvent told, Withdrawal withdrawal, Instant at) {
    CaseEvent event =
        intake.events().stream()
            .filter(one -> one.eventId().equals(told.eventId()))
            .findFirst()
            .orElseThrow();
    intake.register(
        List.of(
            new CaseEvent(
                withdrawal.eventId(),
                event.source(),
                event.municipality(),
                event.entityId(),
                withdrawal.version(),
                true,
                event.occurredAt(),
                event.recipient(),
                event.targetGroup(),
                event.course(),
                event.happening(),
                event.formerly())));
    return true;
  }

  @Override
  public Optional<StoredCaseEvent> find(EventId eventId) {
    return all()
        .filter(event -> event.municipality().equals(eventId.municipality()))
        .filter(event -> event.eventId().equals(eventId.id()))
        .findFirst();
  }

  @Override
  public List<StoredCaseEvent> versionsOf(
      MunicipalityCode municipality, EventSource source, String entityId) {
    return all()
        .filter(event -> event.municipality().equals(municipality))
        .filter(event -> event.source() == source && event.entityId().equals(entityId))
        .sorted(Comparator.comparingInt(StoredCaseEvent::version))
        .toList();
  }

  @Override
  public Set<EventId> insert(List<NewEvent> events, Instant receivedAt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Known> known(Collection<CaseEvent> events) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<CitizenId> concernedBy(Collection<CitizenId> citizens) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<StoredCaseEvent> ofCitizens(Collection<CitizenId> citizens) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void markProcessed(Collection<StoredCaseEvent> events, Instant at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<CitizenId> waiting(int most) {
    throw new UnsupportedOperationException();
  }

  private Stream<StoredCaseEvent> all() {
    return intake.events().stream()
        .map(
            event ->
                new StoredCaseEvent(
                    event.eventId(),
                    1,
                    event.source(),
                    event.municipality(),
                    event.entityId(),
                    event.version(),
                    event.withdrawn(),
                    event.occurredAt(),
                    event.occurredAt(),
                    SOMEBODY,
                    event.targetGroup(),
                    event.course(),
                    event.happening(),
                    false,
                    null));
  }
}
