package dk.borgermaaling.simulators.caller;

import dk.borgermaaling.contract.caseevent.CaseEvent;
import dk.borgermaaling.contract.caseevent.CaseEventPort;
import dk.borgermaaling.contract.caseevent.Empty;
import dk.borgermaaling.contract.caseevent.EventStatus;
import dk.borgermaaling.contract.caseevent.Problem;
import dk.borgermaaling.contract.caseevent.Receipt;
import dk.borgermaaling.contract.caseevent.Source;
import dk.borgermaaling.contract.caseevent.Withdrawal;
import dk.borgermaaling.simulators.certificates.KeyFile;
import dk.borgermaaling.simulators.support.TestCertificates;
import dk.borgermaaling.simulators.world.TargetGroups;
import jakarta.jws.WebService;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.ws.addressing.ContextUtils;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;

/** The contract and its policy served by plain CXF; keeps what it was sent. */
@WebService(
    targetNamespace = "http://borgermaaling.dk/contract/case-event/1",
    serviceName = "CaseEventService",
    portName = "CaseEventPort",
    endpointInterface = "dk.borgermaaling.contract.caseevent.CaseEventPort")
public class StubGateway implements CaseEventPort {
  private final List<CaseEvent> received = new ArrayList<>();
  private final Set<String> stored = new HashSet<>();
  private final Bus bus = BusFactory.newInstance().createBus();
  private final URI address;
  private volatile boolean mistaken;

  /**
   * Serves on a free port.
   *
   * @param signer party whose key signs the answers
   */
  StubGateway(String signer) throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      address = URI.create("http://localhost:" + free.getLocalPort() + "/soap/case-events");
    }
    KeyFile key = TestCertificates.key(signer);
    Merlin signing = new Merlin();
    signing.setKeyStore(key.store());
    Merlin trusting = new Merlin();
    trusting.setTrustStore(KeyFile.trust(TestCertificates.dir().resolve("sts-trust.p12")));
    Map<String, Object> properties = new HashMap<>();
    properties.put("security.signature.crypto", signing);
    properties.put("security.encryption.crypto", trusting);
    properties.put("security.signature.username", signer);
    properties.put(
        "security.callback-handler",
        (javax.security.auth.callback.CallbackHandler)
            callbacks ->
                List.of(callbacks)
                    .forEach(
                        c -> ((WSPasswordCallback) c).setPassword(new String(key.password()))));
    properties.put(
        "ws-security.asymmetric.signature.algorithm",
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
    properties.put("security.audience-restrictions", CallerSettings.AUDIENCE);
    properties.put(Message.SCHEMA_VALIDATION_ENABLED, "true");
    EndpointImpl endpoint =
        new EndpointImpl(
            bus,
            this,
            (String) null,
            Objects.requireNonNull(
                    CaseEventPort.class.getResource(
                        "/wsdl/borgermaaling/case-event/1/case-event.wsdl"))
                .toString());
    endpoint.setProperties(properties);
    endpoint.getOutInterceptors().add(new AnotherRequest());
    endpoint.publish(address.toString());
  }

  /** From now on the answers claim to be to another request. */
  void mistake() {
    mistaken = true;
  }

  private final class AnotherRequest extends AbstractPhaseInterceptor<Message> {
    AnotherRequest() {
      super(Phase.POST_LOGICAL);
    }

    @Override
    public void handleMessage(Message message) {
      if (mistaken) {
        ContextUtils.retrieveMAPs(message, false, true)
            .getRelatesTo()
            .setValue("urn:uuid:00000000-0000-0000-0000-000000000000");
      }
    }
  }

  URI address() {
    return address;
  }

  List<CaseEvent> received() {
    return received;
  }

  @Override
  public synchronized List<Receipt> registerCaseEvents(List<CaseEvent> events) {
    received.addAll(events);
    return events.stream().map(this::receipt).toList();
  }

  @Override
  public Withdrawal withdrawCaseEvent(
      String municipalityCode, Source source, String entityId, int version) {
    throw new UnsupportedOperationException("the demonstration's caller takes nothing back");
  }

  @Override
  public EventStatus getCaseEventStatus(String municipalityCode, Source source, String eventId) {
    throw new UnsupportedOperationException("the demonstration's caller does not ask");
  }

  private Receipt receipt(CaseEvent event) {
    Receipt receipt = new Receipt();
    receipt.setEventId(event.getEventId());
    if (event.getTargetGroup() != null
        && event.getTargetGroup().getCode().equals(TargetGroups.UNKNOWN_CODE)) {
      Problem problem = new Problem();
      problem.setType("https://example.org/problems#unknown-target-group");
      problem.setTitle("Unknown target group");
      problem.setInstance("urn:uuid:0");
      receipt.setRejected(problem);
    } else if (stored.add(event.getEventId())) {
      receipt.setStored(new Empty());
    } else {
      receipt.setDuplicate(new Empty());
    }
    return receipt;
  }

  void close() {
    bus.shutdown(true);
  }
}
