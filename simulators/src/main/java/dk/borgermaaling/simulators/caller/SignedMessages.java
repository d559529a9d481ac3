package dk.borgermaaling.simulators.caller;

import dk.borgermaaling.contract.caseevent.CaseEvent;
import dk.borgermaaling.contract.caseevent.CaseEventPort;
import dk.borgermaaling.contract.caseevent.Problem_Exception;
import jakarta.xml.ws.WebServiceException;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.logging.Logger;
import org.apache.cxf.common.logging.LogUtils;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.PreexistingConduitSelector;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.AbstractConduit;
import org.apache.cxf.ws.addressing.EndpointReferenceUtils;
import org.jspecify.annotations.Nullable;

/**
 * Messages just as {@link ServicePlatformCaller} would send them, kept as bytes instead: for
 * whoever measures or attacks. They are good for five minutes, and each counts once.
 */
public final class SignedMessages implements Closeable {
  /** CXF writes a message on the thread that has called. */
  private static final ThreadLocal<byte @Nullable []> WRITTEN = new ThreadLocal<>();

  private final CxfClient<CaseEventPort> client;
  private final CaseEventPort port;

  /** Fetches the token at the first message. */
  public SignedMessages(CallerSettings settings) {
    client = CxfClient.caseEvents(settings, WRITTEN::set);
    port = client.port();
    Client cxf = ClientProxy.getClient(port);
    cxf.setConduitSelector(
        new PreexistingConduitSelector(
            new Nowhere(settings.service().toString()), cxf.getEndpoint()));
  }

  /** The bytes of one message with these events; several threads may ask at once. */
  public byte[] of(List<CaseEvent> events) {
    try {
      port.registerCaseEvents(events);
    } catch (WebServiceException e) {
      byte[] message = WRITTEN.get();
      WRITTEN.remove();
      if (message == null) {
        throw e;
      }
      return message;
    } catch (Problem_Exception e) {
      throw new IllegalStateException("an answer to what was not sent", e);
    }
    throw new IllegalStateException("an answer to what was not sent");
  }

  @Override
  public void close() {
    client.close();
  }

  /** Where CXF would open the connection. */
  private static final class Nowhere extends AbstractConduit {
    private static final Logger LOG = LogUtils.getL7dLogger(Nowhere.class);

    Nowhere(String address) {
      super(EndpointReferenceUtils.getEndpointReference(address));
    }

    @Override
    public void prepare(Message outgoing) {
      outgoing.setContent(OutputStream.class, OutputStream.nullOutputStream());
    }

    @Override
    public void close(Message outgoing) throws IOException {
      outgoing.getContent(OutputStream.class).close();
      throw new NotSent();
    }

    @Override
    protected Logger getLogger() {
      return LOG;
    }
  }

  /** Keeps CXF from waiting for the answer. */
  private static final class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSent() {
      super("recorded, not sent", null, false, false);
    }
  }
}
