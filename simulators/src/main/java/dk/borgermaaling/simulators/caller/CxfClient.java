package dk.borgermaaling.simulators.caller;

import dk.borgermaaling.contract.caseevent.CaseEventPort;
import dk.borgermaaling.contract.caseevent.CaseEventService;
import dk.borgermaaling.contract.survey.SurveyPort;
import dk.borgermaaling.contract.survey.SurveyService;
import dk.borgermaaling.simulators.certificates.KeyFile;
import jakarta.xml.ws.BindingProvider;
import java.io.Closeable;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.Bus;
import org.apache.cxf.BusException;
import org.apache.cxf.BusFactory;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.EndpointException;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.rt.security.SecurityConstants;
import org.apache.cxf.transport.http.HTTPConduitConfigurer;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;

/**
 * One CXF proxy with its token service client, on a bus of its own. One for each (municipality,
 * service, certificate), never shared: CXF's token cache does not look at the claims, so a proxy
 * used for two municipalities would send the first one's token for both.
 */
final class CxfClient<P> implements Closeable {
  private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  private static final long PATIENCE_MILLIS = 30_000;
  private static final long CONNECT_MILLIS = 5_000;

  private final Bus bus;
  private final P port;

  private CxfClient(Bus bus, P port) {
    this.bus = bus;
    this.port = port;
  }

  /** Case events, by the contract as we publish it. */
  static CxfClient<CaseEventPort> caseEvents(CallerSettings settings, Consumer<byte[]> sent) {
    return caseEvents(settings, published("case-event/1/case-event.wsdl"), sent);
  }

  /** Case events, by another description of the same contract. */
  static CxfClient<CaseEventPort> caseEvents(
      CallerSettings settings, URL wsdl, Consumer<byte[]> sent) {
    return open(settings, () -> new CaseEventService(wsdl).getCaseEventPort(), sent);
  }

  /** Surveys, by the contract as we publish it. */
  static CxfClient<SurveyPort> surveys(CallerSettings settings) {
    URL wsdl = published("survey/1/survey.wsdl");
    return open(settings, () -> new SurveyService(wsdl).getSurveyPort(), message -> {});
  }

  private static URL published(String wsdl) {
    return Objects.requireNonNull(
        CaseEventService.class.getResource("/wsdl/borgermaaling/" + wsdl));
  }

  private static <P> CxfClient<P> open(
      CallerSettings settings, Supplier<P> proxy, Consumer<byte[]> sent) {
    Bus previous = BusFactory.getThreadDefaultBus(false);
    Bus bus = BusFactory.newInstance().createBus();
    // CXF shares HTTP clients by settings alone: one made for http would be taken for https,
    // without
    // our trust in it.
    bus.setProperty("share.httpclient.http.conduit", "false");
    // CXF would log every failed try with its stack; whoever calls says once that there is none.
    FaultListener quiet = (thrown, where, message) -> false;
    bus.setProperty(FaultListener.class.getName(), quiet);
    QuietLibraries.silence();
    bus.setExtension(connections(settings), HTTPConduitConfigurer.class);
    BusFactory.setThreadDefaultBus(bus);
    try {
      P port = proxy.get();
      prepare(port, bus, settings);
      ClientProxy.getClient(port).getOutInterceptors().add(new SentBytes(sent));
      return new CxfClient<>(bus, port);
    } catch (GeneralSecurityException | BusException | EndpointException e) {
      bus.shutdown(true);
      throw new IllegalStateException("the CXF client cannot be set up", e);
    } finally {
      BusFactory.setThreadDefaultBus(previous);
    }
  }

  P port() {
    return port;
  }

  private static void prepare(Object port, Bus bus, CallerSettings settings)
      throws GeneralSecurityException, BusException, EndpointException {
    Map<String, Object> context = ((BindingProvider) port).getRequestContext();
    context.put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, settings.service().toString());
    context.putAll(signing(settings.key()));
    // At a client too this is the store that signatures are verified with.
    context.put(SecurityConstants.ENCRYPT_CRYPTO, trusting(gatewayOnly(settings)));
    context.put(SecurityConstants.STS_CLIENT, tokenService(bus, settings));
    context.put(SecurityConstants.STS_APPLIES_TO, settings.audience());
    Client client = ClientProxy.getClient(port);
    client.getInInterceptors().add(new SignedAnswer(settings.gateway()));
  }

  private static TokenServiceClient tokenService(Bus bus, CallerSettings settings)
      throws BusException, EndpointException {
    TokenServiceClient sts =
        new TokenServiceClient(bus, settings.key().certificate(), settings.cvr());
    Map<String, Object> properties = signing(settings.key());
    properties.put(SecurityConstants.ENCRYPT_CRYPTO, trusting(settings.tokenServiceTrust()));
    properties.put(SecurityConstants.STS_TOKEN_USE_CERT_FOR_KEYINFO, "true");
    properties.put(SecurityConstants.STS_TOKEN_USERNAME, alias(settings.key()));
    properties.put(
        SecurityConstants.STS_TOKEN_CRYPTO, properties.get(SecurityConstants.SIGNATURE_CRYPTO));
    properties.put(org.apache.cxf.ws.security.SecurityConstants.IS_BSP_COMPLIANT, "false");
    properties.put(org.apache.cxf.ws.security.SecurityConstants.ADD_INCLUSIVE_PREFIXES, "false");
    sts.setProperties(properties);
    Client client = sts.getClient();
    client.getOutInterceptors().add(new ContentType());
    client.getEndpoint().getEndpointInfo().setAddress(settings.tokenService().toString());
    return sts;
  }

  /** For every connection of the bus, also those that CXF makes anew. */
  private static HTTPConduitConfigurer connections(CallerSettings settings) {
    TLSClientParameters tls = new TLSClientParameters();
    tls.setSslContext(settings.tls());
    HTTPClientPolicy policy = new HTTPClientPolicy();
    policy.setVersion("1.1");
    policy.setAllowChunking(false);
    policy.setConnectionTimeout(CONNECT_MILLIS);
    policy.setReceiveTimeout(PATIENCE_MILLIS);
    return (name, address, conduit) -> {
      conduit.setTlsClientParameters(tls);
      conduit.setClient(policy);
    };
  }

  private static Map<String, Object> signing(KeyFile key) {
    Merlin crypto = new Merlin();
    crypto.setKeyStore(key.store());
    CallbackHandler password =
        callbacks -> {
          for (var callback : callbacks) {
            if (callback instanceof WSPasswordCallback asked) {
              asked.setPassword(new String(key.password()));
            }
          }
        };
    Map<String, Object> properties = new HashMap<>();
    properties.put(SecurityConstants.SIGNATURE_CRYPTO, crypto);
    properties.put(SecurityConstants.SIGNATURE_USERNAME, alias(key));
    properties.put(SecurityConstants.CALLBACK_HANDLER, password);
    properties.put(
        org.apache.cxf.ws.security.SecurityConstants.ASYMMETRIC_SIGNATURE_ALGORITHM, RSA_SHA256);
    return properties;
  }

  private static String alias(KeyFile key) {
    try {
      return key.store().aliases().nextElement();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key store that is open has aliases", e);
    }
  }

  private static KeyStore gatewayOnly(CallerSettings settings) throws GeneralSecurityException {
    KeyStore trust = KeyStore.getInstance("PKCS12");
    try {
      trust.load(null, null);
    } catch (java.io.IOException e) {
      throw new IllegalStateException("an empty store needs no file", e);
    }
    trust.setCertificateEntry("gateway", settings.gateway());
    return trust;
  }

  private static Crypto trusting(KeyStore trust) {
    Merlin crypto = new Merlin();
    crypto.setTrustStore(trust);
    return crypto;
  }

  @Override
  public void close() {
    bus.shutdown(true);
  }
}
