package dk.borgermaaling.gateway.caseevent.soap;

import dk.borgermaaling.contract.caseevent.CaseEventPort;
import dk.borgermaaling.contract.caseevent.Receipt;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.ToldEvent;
import dk.borgermaaling.gateway.caseevent.ToldEvents;
import dk.borgermaaling.gateway.edge.Authority;
import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.replay.ReplayLog;
import dk.borgermaaling.gateway.edge.soap.VerifiedMessage;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.Transactions;
import jakarta.jws.WebService;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes in case events of the municipality that the token speaks for. A batch with one event of
 * another municipality is refused whole; an event that is wrong by itself is rejected by itself.
 * The message is noted against replay in the transaction that stores its events.
 */
@WebService(
    endpointInterface = "dk.borgermaaling.contract.caseevent.CaseEventPort",
    targetNamespace = "http://borgermaaling.dk/contract/case-event/1",
    serviceName = "CaseEventService",
    portName = "CaseEventPort")
public final class CaseEventEndpoint implements CaseEventPort {
  private final ToldEvents told;
  private final ReplayLog replay;
  private final Transactions transactions;
  private final Authority authority;
  private final BusinessClock clock;
  private final Supplier<VerifiedMessage> message;

  public CaseEventEndpoint(
      CaseEventIntake intake,
      ReplayLog replay,
      Transactions transactions,
      Authority authority,
      BusinessClock clock,
      Supplier<VerifiedMessage> message) {
    this.told = new ToldEvents(intake);
    this.replay = replay;
    this.transactions = transactions;
    this.authority = authority;
    this.clock = clock;
    this.message = message;
  }

  @Override
  public List<Receipt> registerCaseEvents(
      List<dk.borgermaaling.contract.caseevent.CaseEvent> events) {
    VerifiedMessage verified = message.get();
    Caller sender = verified.caller();
    sender.require(ToldEvents.ROLE);
    MunicipalityCode municipality = authority.of(sender);
    ToldEvents.requireOnly(
        municipality,
        events.stream().map(event -> new MunicipalityCode(event.getMunicipalityCode())).toList());
    return transactions.inOne(
        () -> {
          if (!replay.firstTime(municipality, sender.certificate(), verified.id())) {
            throw Refusal.notTrusted("the message came before");
          }
          Instant now = clock.now();
          List<ToldEvent> read = events.stream().map(event -> read(event, now)).toList();
          return told.takeIn(read).stream().map(Receipts::of).toList();
        });
  }

  private static ToldEvent read(dk.borgermaaling.contract.caseevent.CaseEvent event, Instant now) {
    try {
      return new ToldEvent.Read(CaseEventMapping.toDomain(event, now));
    } catch (ProblemException e) {
      return new ToldEvent.Unreadable(UUID.fromString(event.getEventId()), e.problem());
    }
  }
}
