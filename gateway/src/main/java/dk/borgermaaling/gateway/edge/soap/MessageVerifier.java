package dk.borgermaaling.gateway.edge.soap;

import java.util.List;
import java.util.Map;
import org.apache.cxf.interceptor.Interceptor;
import org.apache.cxf.message.Message;

/**
 * Everything between the structure gate and the service that decides whether a message is to be
 * trusted. One that is gets a {@link VerifiedMessage} on its exchange; any other ends in an
 * exception. Whoever implements this anew must give the same verdicts on the corpus of {@code
 * SignedCaseEventsTest}.
 */
public interface MessageVerifier {
  /** Properties of the CXF endpoint. */
  Map<String, Object> properties();

  /** What stands in the inbound chain. */
  List<Interceptor<? extends Message>> inbound();
}
