package dk.borgermaaling.simulators.caller;

import dk.borgermaaling.contract.caseevent.CaseEvent;
import dk.borgermaaling.contract.caseevent.CaseEventPort;
import dk.borgermaaling.contract.caseevent.Problem_Exception;
import dk.borgermaaling.contract.caseevent.Receipt;
import dk.borgermaaling.simulators.casesystems.Delivery;
import dk.borgermaaling.simulators.casesystems.Receipts;
import dk.borgermaaling.simulators.world.StoryEvent;
import jakarta.xml.ws.WebServiceException;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Registers case events at the gateway for one municipality. The CXF client is made at the first
 * call, since that takes seconds; its token is fetched then and again when it has expired.
 */
public final class ServicePlatformCaller implements Delivery {
  private static final String MALFORMED = "http://borgermaaling.dk/problems/malformed";

  private final Supplier<CxfClient<CaseEventPort>> opening;
  private @Nullable CxfClient<CaseEventPort> client;

  public ServicePlatformCaller(CallerSettings settings) {
    this(settings, message -> {});
  }

  /**
   * A caller that somebody watches.
   *
   * @param sent gets each signed message as it went out, byte for byte
   */
  public ServicePlatformCaller(CallerSettings settings, Consumer<byte[]> sent) {
    this.opening = () -> CxfClient.caseEvents(settings, sent);
  }

  /**
   * A caller that goes by a description, and so by a policy, of its own.
   *
   * @param wsdl of our service
   */
  public ServicePlatformCaller(CallerSettings settings, URL wsdl) {
    this.opening = () -> CxfClient.caseEvents(settings, wsdl, message -> {});
  }

  /**
   * Sends the events in one message.
   *
   * @return a receipt for each, in their order; the answer was signed by the gateway
   * @throws Problem_Exception the gateway has refused the whole message and says why
   * @throws WebServiceException no answer, a fault without reason, or an answer that cannot be
   *     trusted: the events may have been stored or not
   */
  public synchronized List<Receipt> register(List<CaseEvent> events) throws Problem_Exception {
    CxfClient<CaseEventPort> current = client;
    if (current == null) {
      current = opening.get();
      client = current;
    }
    return current.port().registerCaseEvents(events);
  }

  @Override
  public Receipts send(List<StoryEvent> events) throws IOException {
    List<Receipt> receipts;
    try {
      receipts = register(events.stream().map(CaseEventMessages::of).toList());
    } catch (Problem_Exception | WebServiceException e) {
      throw new IOException("no receipts: " + e.getMessage(), e);
    }
    List<String> ids = receipts.stream().map(Receipt::getEventId).toList();
    if (!ids.equals(events.stream().map(e -> e.eventId().toString()).toList())) {
      throw new IOException("the receipts are not those of the events");
    }
    return receipts.stream()
        .map(ServicePlatformCaller::count)
        .reduce(Receipts.NONE, Receipts::plus);
  }

  @Override
  public void knock() throws IOException {
    try {
      register(List.of());
    } catch (Problem_Exception e) {
      if (e.getFaultInfo().getType().equals(MALFORMED)) {
        return;
      }
      throw new IOException("refused: " + e.getMessage(), e);
    } catch (WebServiceException e) {
      throw new IOException("no answer: " + e.getMessage(), e);
    }
    throw new IOException("a message without events was taken");
  }

  private static Receipts count(Receipt receipt) {
    if (receipt.getRejected() != null) {
      return new Receipts(0, 0, 1);
    }
    return receipt.getDuplicate() == null ? new Receipts(1, 0, 0) : new Receipts(0, 1, 0);
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.close();
      client = null;
    }
  }
}
