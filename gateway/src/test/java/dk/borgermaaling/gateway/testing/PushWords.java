package dk.borgermaaling.gateway.testing;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.EventSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a vendor pushes over the wire; found as a service, and not there without the vendor. */
public interface PushWords {
  EventSource source();

  /** Where it is pushed to. */
  String path();

  /**
   * The document that a tenant pushes.
   *
   * @param groups the tenant's ids of target groups, by code; another code has an id of nobody's
   */
  String document(String tenant, Map<String, UUID> groups, List<CaseEvent> meant);

  /** STORED, DUPLICATE or REJECTED of each event, as the answer's body says. */
  List<String> answers(String body);
}
