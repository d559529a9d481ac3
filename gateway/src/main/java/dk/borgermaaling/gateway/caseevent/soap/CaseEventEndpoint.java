package dk.borgermaaling.gateway.caseevent.soap;

import dk.borgermaaling.contract.caseevent.CaseEventPort;
import dk.borgermaaling.contract.caseevent.EventState;
import dk.borgermaaling.contract.caseevent.EventStatus;
import dk.borgermaaling.contract.caseevent.Receipt;
import dk.borgermaaling.contract.caseevent.Source;
import dk.borgermaaling.contract.caseevent.Withdrawal;
import dk.borgermaaling.gateway.caseevent.CaseEventStatus;
import dk.borgermaaling.gateway.caseevent.EventBatches;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.HandedIn;
import dk.borgermaaling.gateway.caseevent.SenderRoles;
import dk.borgermaaling.gateway.caseevent.Withdrawals;
import dk.borgermaaling.gateway.edge.soap.MunicipalityCalls;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import jakarta.jws.WebService;
import java.util.List;
import java.util.UUID;

/**
 * Case events of the municipality that the token speaks for. A batch with one event of another
 * municipality is refused whole; an event that is wrong by itself is rejected by itself.
 */
@WebService(
    endpointInterface = "dk.borgermaaling.contract.caseevent.CaseEventPort",
    targetNamespace = "http://borgermaaling.dk/contract/case-event/1",
    serviceName = "CaseEventService",
    portName = "CaseEventPort")
public final class CaseEventEndpoint implements CaseEventPort {
  private final EventBatches batches;
  private final Withdrawals withdrawals;
  private final CaseEventStatus status;
  private final MunicipalityCalls calls;

  public CaseEventEndpoint(
      EventBatches batches,
      Withdrawals withdrawals,
      CaseEventStatus status,
      MunicipalityCalls calls) {
    this.batches = batches;
    this.withdrawals = withdrawals;
    this.status = status;
    this.calls = calls;
  }

  @Override
  public List<Receipt> registerCaseEvents(
      List<dk.borgermaaling.contract.caseevent.CaseEvent> events) {
    return calls.serve(
        SenderRoles.REGISTER,
        municipality -> {
          List<HandedIn> batch = events.stream().map(CaseEventMapping::read).toList();
          return batches.register(municipality, batch).stream().map(Receipts::of).toList();
        });
  }

  @Override
  public Withdrawal withdrawCaseEvent(
      String municipalityCode, Source source, String entityId, int version) {
    return calls.serve(
        SenderRoles.REGISTER,
        new MunicipalityCode(municipalityCode),
        municipality -> {
          var withdrawal =
              withdrawals.withdraw(
                  municipality, EventSource.valueOf(source.value()), entityId, version);
          Withdrawal told = new Withdrawal();
          told.setEventId(withdrawal.eventId().toString());
          told.setVersion(withdrawal.version());
          return told;
        });
  }

  @Override
  public EventStatus getCaseEventStatus(String municipalityCode, Source source, String eventId) {
    return calls.serve(
        SenderRoles.READ_STATUS,
        new MunicipalityCode(municipalityCode),
        municipality -> {
          var state =
              status.stateOf(
                  municipality, EventSource.valueOf(source.value()), UUID.fromString(eventId));
          EventStatus told = new EventStatus();
          told.setEventId(eventId);
          told.setState(EventState.fromValue(state.name()));
          return told;
        });
  }
}
