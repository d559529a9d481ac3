package dk.borgermaaling.gateway.edge.soap;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.interceptor.AbstractOutDatabindingInterceptor;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;

/**
 * A service that only ever sees messages that are small enough, well formed, in their right shape,
 * verified, and valid by the schema, in that order; its answers are signed, its faults safe.
 */
public final class SignedService implements SoapService {
  private final Object implementor;
  private final ServiceDescription description;
  private final MessageVerifier verifier;
  private final SoapSettings settings;
  private final Clock clock;

  /**
   * @param implementor an object of a class with {@code @WebService}, which names service and port
   */
  public SignedService(
      Object implementor,
      ServiceDescription description,
      MessageVerifier verifier,
      SoapSettings settings,
      Clock clock) {
    this.implementor = implementor;
    this.description = description;
    this.verifier = verifier;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void publish(Bus bus) {
    EndpointImpl endpoint = publish(bus, description.path());
    if (!endpoint.isPublished()) {
      throw new IllegalStateException(description.path() + " was not published");
    }
  }

  /** Serves at an address of its own; a relative one is below the servlet. */
  public EndpointImpl publish(Bus bus, String address) {
    SoapProfile profile = description.profile();
    EndpointImpl endpoint =
        new EndpointImpl(bus, implementor, profile.binding(), description.wsdl());
    endpoint.setProperties(properties());
    endpoint.setPublishedEndpointUrl(settings.publicAddresses().get(0).toString());
    endpoint
        .getInInterceptors()
        .add(new GateInterceptor(profile, settings.maxMessageBytes(), clock));
    endpoint.getInInterceptors().addAll(verifier.inbound());
    endpoint.getInInterceptors().add(new LimitInterceptor());
    endpoint
        .getOutFaultInterceptors()
        .add(new FaultInterceptor(description.namespace(), profile, clock));
    if (profile.needsFramework()) {
      FrameworkHeader framework = new FrameworkHeader();
      endpoint.getOutInterceptors().add(framework);
      endpoint.getOutFaultInterceptors().add(framework);
    }
    endpoint.publish(address);
    return endpoint;
  }

  private Map<String, Object> properties() {
    FaultListener quiet = (thrown, where, message) -> false;
    Map<String, Object> properties = new HashMap<>(verifier.properties());
    properties.put(Message.SCHEMA_VALIDATION_ENABLED, "true");
    properties.put(Message.MTOM_ENABLED, "false");
    // An answer becomes a tree to be signed, and leaves when it is whole; CXF need not keep
    // another.
    properties.put(AbstractOutDatabindingInterceptor.OUT_BUFFERING, "false");
    // CXF would log the exception with its message, which can quote the caller's data.
    properties.put(FaultListener.class.getName(), quiet);
    return properties;
  }
}
