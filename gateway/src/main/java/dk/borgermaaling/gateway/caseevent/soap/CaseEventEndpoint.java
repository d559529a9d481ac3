package dk.borgermaaling.gateway.caseevent.soap;

import dk.borgermaaling.contract.caseevent.CaseEventPort;
import dk.borgermaaling.contract.caseevent.Receipt;
import dk.borgermaaling.gateway.caseevent.EventBatches;
import dk.borgermaaling.gateway.caseevent.HandedIn;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.replay.ReplayLog;
import dk.borgermaaling.gateway.edge.soap.VerifiedCaller;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import jakarta.jws.WebService;
import java.util.List;
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

  private final EventBatches batches;
  private final ReplayLog replay;
  private final Transactions transactions;
  private final Municipalities municipalities;
  private final BusinessClock clock;
  private final Supplier<VerifiedCaller> caller;

  public CaseEventEndpoint(
      EventBatches batches,
      ReplayLog replay,
      Transactions transactions,
      Municipalities municipalities,
      BusinessClock clock,
      Supplier<VerifiedCaller> caller) {
    this.batches = batches;
    this.replay = replay;
    this.transactions = transactions;
    this.municipalities = municipalities;
    this.clock = clock;
    this.caller = caller;
  }

  @Override
  public List<Receipt> registerCaseEvents(
      List<dk.borgermaaling.contract.caseevent.CaseEvent> events) {
    VerifiedCaller sender = caller.get();
    sender.require(ROLE);
    MunicipalityCode municipality = municipalityOf(sender);
    List<HandedIn> batch = events.stream().map(CaseEventMapping::read).toList();
    return transactions.inOne(
        () -> {
          if (!replay.firstTime(municipality, sender.certificate(), sender.messageId())) {
            throw Refusal.notTrusted("the message came before");
          }
          return batches.register(municipality, batch).stream().map(Receipts::of).toList();
        });
  }

  private MunicipalityCode municipalityOf(VerifiedCaller sender) {
    return municipalities
        .byCvr(sender.cvr(), clock.today())
        .map(Municipality::code)
        .orElseThrow(() -> notAllowed("The token's CVR is not a municipality's"));
  }

  private static ProblemException notAllowed(String detail) {
    return new ProblemException(new Problem.Plain(ProblemType.NOT_ALLOWED, detail));
  }
}
