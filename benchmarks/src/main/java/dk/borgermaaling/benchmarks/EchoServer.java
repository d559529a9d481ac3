package dk.borgermaaling.benchmarks;

import dk.borgermaaling.contract.caseevent.CaseEvent;
import dk.borgermaaling.contract.caseevent.CaseEventPort;
import dk.borgermaaling.contract.caseevent.Empty;
import dk.borgermaaling.contract.caseevent.EventStatus;
import dk.borgermaaling.contract.caseevent.Receipt;
import dk.borgermaaling.contract.caseevent.Source;
import dk.borgermaaling.contract.caseevent.Withdrawal;
import dk.borgermaaling.simulators.caller.CallerSettings;
import dk.borgermaaling.simulators.certificates.KeyFile;
import jakarta.jws.WebService;
import jakarta.xml.ws.BindingType;
import jakarta.xml.ws.soap.SOAPBinding;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.configuration.jsse.TLSServerParameters;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.rt.security.SecurityConstants;
import org.apache.cxf.transport.http_jetty.JettyHTTPServerEngineFactory;
import org.apache.cxf.ws.security.tokenstore.MemoryTokenStore;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;

/**
 * The least that can answer the contract: CXF and WSS4J with its policy on Jetty, and nothing else.
 * It verifies what the policy asks for, stores nothing, and gives a receipt for each event. Keys,
 * trust and TLS are the gateway's own. Or the same without policy: CXF alone.
 */
@WebService(
    targetNamespace = "http://borgermaaling.dk/contract/case-event/1",
    serviceName = "CaseEventService",
    portName = "CaseEventPort",
    endpointInterface = "dk.borgermaaling.contract.caseevent.CaseEventPort")
@BindingType(SOAPBinding.SOAP12HTTP_BINDING)
public final class EchoServer implements CaseEventPort {
  /** What it prints when it can be called. */
  static final String READY = "ready";

  static final String SIGNED = "signed";
  static final String PLAIN = "plain";

  /** Those that the gateway silences too; held, because a logger that nobody holds forgets. */
  private static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger("org.apache.cxf"),
          Logger.getLogger("org.apache.wss4j"),
          Logger.getLogger("org.apache.jcp.xml.dsig.internal.dom"),
          Logger.getLogger("org.apache.xml.security"),
          Logger.getLogger("net.shibboleth.shared"),
          Logger.getLogger("org.opensaml"),
          Logger.getLogger("org.eclipse.jetty"),
          Logger.getLogger("DEPRECATED"));

  EchoServer() {}

  /**
   * Arguments: folder of the certificates, address, signed or plain. Ends with its standard input.
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
    Path certificates = Path.of(args[0]);
    Bus bus = BusFactory.newInstance().createBus();
    BusFactory.setDefaultBus(bus);
    serveTls(bus, URI.create(args[1]), KeyFile.read(certificates.resolve("tls.p12")));
    EndpointImpl endpoint = args[2].equals(SIGNED) ? signed(bus, certificates) : plain(bus);
    endpoint.publish(args[1]);
    System.out.println(READY);
    while (System.in.read() >= 0) {
      // until whoever has started it is gone
    }
    System.exit(0);
  }

  private static EndpointImpl signed(Bus bus, Path certificates) {
    EndpointImpl endpoint =
        new EndpointImpl(
            bus,
            new EchoServer(),
            (String) null,
            Objects.requireNonNull(
                    CaseEventPort.class.getResource(
                        "/wsdl/borgermaaling/case-event/1/case-event.wsdl"))
                .toString());
    endpoint.setProperties(
        security(
            KeyFile.read(certificates.resolve("gateway.p12")),
            certificates.resolve("sts-trust.p12")));
    return endpoint;
  }

  /** The policy stands in the WSDL; the classes made of it know the messages alone. */
  private static EndpointImpl plain(Bus bus) {
    return new EndpointImpl(bus, new EchoServer());
  }

  private static void serveTls(Bus bus, URI address, KeyFile key)
      throws IOException, GeneralSecurityException {
    TLSServerParameters tls = new TLSServerParameters();
    tls.setKeyManagers(key.managers());
    Objects.requireNonNull(bus.getExtension(JettyHTTPServerEngineFactory.class))
        .setTLSServerParametersForPort(address.getHost(), address.getPort(), tls);
  }

  private static Map<String, Object> security(KeyFile signer, Path tokenServiceTrust) {
    Merlin signing = new Merlin();
    signing.setKeyStore(signer.store());
    Merlin trusting = new Merlin();
    trusting.setTrustStore(KeyFile.trust(tokenServiceTrust));
    CallbackHandler password =
        callbacks -> {
          for (var callback : callbacks) {
            if (callback instanceof WSPasswordCallback asked) {
              asked.setPassword(new String(signer.password()));
            }
          }
        };
    Map<String, Object> properties = new HashMap<>();
    properties.put(SecurityConstants.SIGNATURE_CRYPTO, signing);
    properties.put(SecurityConstants.SIGNATURE_USERNAME, "gateway");
    properties.put(SecurityConstants.CALLBACK_HANDLER, password);
    properties.put(SecurityConstants.ENCRYPT_CRYPTO, trusting);
    properties.put(SecurityConstants.AUDIENCE_RESTRICTIONS, CallerSettings.AUDIENCE);
    properties.put(
        org.apache.cxf.ws.security.SecurityConstants.ASYMMETRIC_SIGNATURE_ALGORITHM,
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
    properties.put(org.apache.cxf.ws.security.SecurityConstants.ENABLE_NONCE_CACHE, false);
    properties.put(org.apache.cxf.ws.security.SecurityConstants.ENABLE_TIMESTAMP_CACHE, false);
    properties.put(
        org.apache.cxf.ws.security.SecurityConstants.ENABLE_SAML_ONE_TIME_USE_CACHE, false);
    properties.put(
        org.apache.cxf.ws.security.SecurityConstants.TOKEN_STORE_CACHE_INSTANCE,
        new MemoryTokenStore());
    return properties;
  }

  @Override
  public Withdrawal withdrawCaseEvent(
      String municipalityCode, Source source, String entityId, int version) {
    throw new UnsupportedOperationException("only events are echoed");
  }

  @Override
  public EventStatus getCaseEventStatus(String municipalityCode, Source source, String eventId) {
    throw new UnsupportedOperationException("only events are echoed");
  }

  @Override
  public List<Receipt> registerCaseEvents(List<CaseEvent> events) {
    return events.stream().map(EchoServer::receipt).toList();
  }

  private static Receipt receipt(CaseEvent event) {
    Receipt receipt = new Receipt();
    receipt.setEventId(event.getEventId());
    receipt.setStored(new Empty());
    return receipt;
  }
}
