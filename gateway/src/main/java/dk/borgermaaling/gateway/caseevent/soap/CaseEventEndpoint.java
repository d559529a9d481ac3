package dk.borgermaaling.gateway.caseevent.soap;

import dk.borgermaaling.contract.caseevent.CaseEventPort;
import dk.borgermaaling.contract.caseevent.Receipt;
import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.replay.ReplayLog;
import dk.borgermaaling.gateway.edge.soap.VerifiedMessage;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import jakarta.jws.WebService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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
  /** The service role that a token must grant in the scope of the municipality's CVR. */
  public static final String ROLE =
      "http://borgermaaling.dk/roles/servicesystemrole/register-case-events/1";

  private final CaseEventIntake intake;
  private final ReplayLog replay;
  private final Transactions transactions;
  private final Municipalities municipalities;
  private final BusinessClock clock;
  private final Supplier<VerifiedMessage> message;

  public CaseEventEndpoint(
      CaseEventIntake intake,
      ReplayLog replay,
      Transactions transactions,
      Municipalities municipalities,
      BusinessClock clock,
      Supplier<VerifiedMessage> message) {
    this.intake = intake;
    this.replay = replay;
    this.transactions = transactions;
    this.municipalities = municipalities;
    this.clock = clock;
    this.message = message;
  }

  @Override
  public List<Receipt> registerCaseEvents(
      List<dk.borgermaaling.contract.caseevent.CaseEvent> events) {
    VerifiedMessage verified = message.get();
    Caller sender = verified.caller();
    sender.require(ROLE);
    MunicipalityCode municipality = municipalityOf(sender);
    for (var event : events) {
      if (!event.getMunicipalityCode().equals(municipality.value())) {
        throw notAllowed("The batch holds an event of another municipality than the token's");
      }
    }
    return transactions.inOne(
        () -> {
          if (!replay.firstTime(municipality, sender.certificate(), verified.id())) {
            throw Refusal.notTrusted("the message came before");
          }
          return register(events);
        });
  }

  private MunicipalityCode municipalityOf(Caller sender) {
    return municipalities
        .byCvr(sender.cvr(), clock.today())
        .map(Municipality::code)
        .orElseThrow(() -> notAllowed("The token's CVR is not a municipality's"));
  }

  private List<Receipt> register(List<dk.borgermaaling.contract.caseevent.CaseEvent> events) {
    Instant now = clock.now();
    List<CaseEvent> mapped = new ArrayList<>();
    List<Optional<Receipt>> rejections = new ArrayList<>();
    for (var event : events) {
      try {
        mapped.add(CaseEventMapping.toDomain(event, now));
        rejections.add(Optional.empty());
      } catch (ProblemException e) {
        rejections.add(Optional.of(Receipts.rejected(event.getEventId(), e.problem())));
      }
    }
    Iterator<EventReceipt> registered =
        (mapped.isEmpty() ? List.<EventReceipt>of() : intake.register(mapped)).iterator();
    return rejections.stream()
        .map(rejection -> rejection.orElseGet(() -> Receipts.of(registered.next())))
        .toList();
  }

  private static ProblemException notAllowed(String detail) {
    return new ProblemException(new Problem.Plain(ProblemType.NOT_ALLOWED, detail));
  }
}
